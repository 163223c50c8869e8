/** Boot page, shown while the app starts. No framework and no inline script; it polls /status until the app is ready. */
export const BOOT_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Ecotone is starting</title>
<link rel="icon" href="data:,">
<style>
:root { --paper: #f7f6f2; --ink: #1d2b2a; --soft: #5a6866; --line: #dcdad2; --one: #1f7a6d; --two: #b3541e; --card: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #12191a; --ink: #e9eeec; --soft: #9fb0ad; --line: #2b3738; --one: #5cc4b3; --two: #f0a06b; --card: #192223; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--paper);
  color: var(--ink); font: 16px/1.5 "Inter Variable", Inter, system-ui, sans-serif; }
main { width: min(30rem, 100%); padding: 32px; border: 1px solid var(--line); border-radius: 16px; background: var(--card); }
svg { display: block; margin-bottom: 16px; }
h1 { margin: 0 0 4px; font-size: 1.5rem; letter-spacing: -0.01em; }
p { margin: 0; color: var(--soft); }
ol { list-style: none; margin: 24px 0 0; padding: 0; display: grid; gap: 12px; }
li { display: grid; grid-template-columns: 20px 1fr; gap: 0 12px; color: var(--soft); }
li small { grid-column: 2; font-size: 0.875rem; overflow-wrap: anywhere; }
li i { width: 12px; height: 12px; margin: 6px 4px; border-radius: 50%; border: 2px solid var(--line); }
li[data-state=running], li[data-state=done], li[data-state=failed] { color: var(--ink); }
li[data-state=running] i { border-color: var(--one); border-right-color: transparent; animation: turn 0.9s linear infinite; }
li[data-state=done] i { border-color: var(--one); background: var(--one); }
li[data-state=failed] i { border-color: var(--two); background: var(--two); }
li small { color: var(--soft); }
#error { margin-top: 24px; padding: 12px 16px; border-left: 3px solid var(--two); color: var(--ink); }
#error:empty { display: none; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { li[data-state=running] i { animation: none; border-right-color: var(--one); } }
</style>
</head>
<body>
<main>
<svg width="72" height="40" viewBox="0 0 72 40" aria-hidden="true">
<circle cx="24" cy="20" r="18" fill="none" stroke="var(--one)" stroke-width="2.5"/>
<circle cx="46" cy="20" r="18" fill="none" stroke="var(--two)" stroke-width="2.5" stroke-dasharray="5 4"/>
</svg>
<h1>Ecotone is starting</h1>
<p id="line">The map opens here automatically as soon as it is ready.</p>
<ol id="steps" aria-live="polite"></ol>
<p id="error" role="alert"></p>
<noscript><p>Reload this page in 30 seconds.</p></noscript>
</main>
<script src="/boot.js" defer></script>
</body>
</html>
`;

/** Boot script: polls /status twice a second, shows the steps, and reloads the requested address once the app is ready. */
export const BOOT_SCRIPT = `"use strict";
const steps = document.getElementById("steps");
const line = document.getElementById("line");
const error = document.getElementById("error");
let drawn = "";
function draw(status) {
  const text = JSON.stringify(status.steps);
  if (text !== drawn) {
    drawn = text;
    steps.replaceChildren(...status.steps.map((step) => {
      const item = document.createElement("li");
      item.dataset.state = step.state;
      const name = document.createElement("span");
      name.textContent = step.name;
      item.append(document.createElement("i"), name);
      if (step.state === "running" && step.detail) {
        const detail = document.createElement("small");
        detail.textContent = step.detail;
        item.append(detail);
      }
      return item;
    }));
  }
  error.textContent = status.error ?? "";
  if (status.error) line.textContent = "Ecotone could not start. Fix the problem below and start it again; this page reloads automatically.";
}
async function ask() {
  try {
    const answer = await fetch("/status", { cache: "no-store" });
    const status = await answer.json();
    draw(status);
    if (status.ready) return location.reload();
  } catch {
    if (!error.textContent) line.textContent = "Ecotone does not answer. See its terminal for the reason; this page reloads automatically when it is back.";
  }
  setTimeout(ask, 500);
}
ask();
`;
