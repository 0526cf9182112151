/** Pagefind, as its own interface asks it: the first ten results with their data. */

export async function start() {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.options({ baseUrl: "/" });
  await pagefind.init();
  return async (text) => {
    const { results } = await pagefind.search(text);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return pages.map(({ raw_url: url }) => url.replace(/^\/beslut\/|\/$/g, ""));
  };
}
