/** Sign-in page of a one-time link. The link is used up by its button, not by opening it: scanners of mail open links. */
export const SIGN_IN_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sign in to Ecotone</title>
<link rel="icon" href="data:,">
<style>
:root { --paper: #f7f6f2; --ink: #1d2b2a; --soft: #5a6866; --line: #dcdad2; --card: #fff; --accent: #1f7a6d; --on: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #12191a; --ink: #e9eeec; --soft: #9fb0ad; --line: #2b3738; --card: #192223; --accent: #5cc4b3; --on: #10201d; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--paper);
  color: var(--ink); font: 16px/1.5 "Inter Variable", Inter, system-ui, sans-serif; }
main { width: min(24rem, 100%); padding: 32px; border: 1px solid var(--line); border-radius: 16px; background: var(--card); }
h1 { margin: 0 0 4px; font-size: 1.5rem; }
p { margin: 0 0 24px; color: var(--soft); }
button { width: 100%; min-height: 44px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on);
  font: inherit; font-weight: 600; cursor: pointer; }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>Sign in to Ecotone</h1>
<p>This link signs you in once, in this browser.</p>
<form method="post"><button type="submit" autofocus>Sign in</button></form>
</main>
</body>
</html>
`;
