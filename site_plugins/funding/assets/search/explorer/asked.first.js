/* Before anything is shown: an address that asks for something is not answered with the list of everything. */
if (location.search.length > 1) document.documentElement.classList.add("asked");
