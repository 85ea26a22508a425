// Brings a page with a bundle to life, after it has been painted. Without it every page still works.

const boot = document.getElementById("boot");

async function wake() {
  const client = await import(boot.dataset.module);
  await client.default({ module_or_path: boot.dataset.wasm });
  client.hydrate();
  for (const island of document.querySelectorAll("leptos-island")) client[island.dataset.component]?.(island);
}

if (boot) {
  const start = () => wake().catch((fault) => console.warn("De pagina werkt verder zonder script.", fault));
  const idle = () => ("requestIdleCallback" in window ? requestIdleCallback(start, { timeout: 1500 }) : start());
  // A timeout that is set in a frame fires after that frame was painted. A tab in the background paints nothing: don't wait for it.
  if (document.visibilityState === "hidden") idle();
  else requestAnimationFrame(() => setTimeout(idle));
}
