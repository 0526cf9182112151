/** Material's search, in its own worker and with its own settings for Swedish, and with the Swedish stemmer. */

const SETUP = 0;
const QUERY = 2;

export async function start({ worker }) {
  const told = await (await fetch("/lunr/search_index.json")).json();
  const thread = new Worker(`/material/${worker}`);
  const answer = () => new Promise((resolve, reject) => {
    thread.onmessage = ({ data }) => resolve(data.data);
    thread.onerror = reject;
  });
  const ready = answer();
  thread.postMessage({ type: SETUP, data: told });
  await ready;
  return async (text) => {
    const found = answer();
    thread.postMessage({ type: QUERY, data: text });
    return (await found).items.slice(0, 10).map(([{ location }]) => location);
  };
}
