// The real page of our site: each text is typed into its field, one after the other, until the page has settled on it.
([texts, most]) => new Promise((resolve) => {
  const root = document.querySelector(".explorer");
  const field = root.querySelector("#q");
  const took = [];
  const ends = performance.now() + most;
  const tooLate = setTimeout(() => resolve(took), most);

  const next = () => {
    const text = texts[took.length];
    if (text === undefined || performance.now() > ends) {
      clearTimeout(tooLate);
      resolve(took);
      return;
    }
    const begun = performance.now();
    const watching = new MutationObserver(() => {
      const shown = new URLSearchParams(location.search).get("q") ?? "";
      if (!("settled" in root.dataset) || shown !== text) return;
      watching.disconnect();
      took.push(performance.now() - begun);
      setTimeout(next, 0);
    });
    watching.observe(root, { attributes: true, attributeFilter: ["data-settled"] });
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  next();
});
