/** Our engine, as a built site publishes it: `start(folder of scripts)`, then `ask(text)`. */

export async function start({ scripts }) {
  const names = ["index/published", "engine/selecting", "query/state"];
  const [published, selecting, state] = await Promise.all(names.map((name) => import(`/site/${scripts}/${name}.js`)));
  const index = await published.Index.open(new URL("/site/search/", location.href).href);
  return async (text) => {
    const asked = state.fromParams(new URLSearchParams({ q: text }));
    const { docs } = await selecting.select(index, asked);
    return (await index.rows(docs.slice(0, 10))).map(([id]) => id);
  };
}
