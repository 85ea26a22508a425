// Brings the islands of a page to life, after the page has been painted. Without it every page still works.

const boot = document.getElementById("boot");
const islands = document.querySelectorAll("leptos-island");

async function wake() {
  const client = await import(boot.dataset.module);
  await client.default({ module_or_path: boot.dataset.wasm });
  client.hydrate();
  for (const island of islands) client[island.dataset.component]?.(island);
}

if (boot && islands.length > 0) {
  const start = () => wake().catch((fault) => console.warn("Het formulier werkt verder zonder script.", fault));
  const idle = () => ("requestIdleCallback" in window ? requestIdleCallback(start, { timeout: 1500 }) : start());
  // A timeout that is set in a frame fires after that frame was painted. A tab in the background paints nothing: don't wait for it.
  if (document.visibilityState === "hidden") idle();
  else requestAnimationFrame(() => setTimeout(idle));
}
