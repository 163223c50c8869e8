import { cpus, loadavg } from "node:os";
import { print as textOf } from "graphql";
import type { MapFacts } from "../../../web/map/model/facts.ts";
import { inForceOn } from "../../../web/map/model/time/in-force.ts";
import { mapQuery } from "../../../web/pages/map/map-facts.graphql.ts";
import { startApp } from "../../support/app.ts";
import { launchChromium } from "../../support/chromium.ts";
import { importOverHttp } from "../../support/import-over-http.ts";
import { largeEcosystem } from "../../support/large-ecosystem.ts";
import { signInAt } from "../../support/sign-in.ts";
import { memory } from "./drive.ts";
import { watch } from "./in-page.ts";
import { drawingOf, laidOut, partOf } from "./layouts.ts";
import { measureOther, type Other, othersScript } from "./others.ts";
import { measureOurs } from "./ours.ts";
import { printTable } from "./table.ts";

// npm run bench:web: the map of 5,000 nodes and 10,000 relations in the app as it is, in one browser, beside the same
// map drawn in full by plain Cytoscape and by sigma.js.
const key = "bench-web";
const token = "the-benches-own-admin-token";
const begun = Date.now();
const say = (text: string) => console.log(`  (${((Date.now() - begun) / 1000).toFixed(0)} s: ${text})`);

const [app, browser] = await Promise.all([startApp({ ECOTONE_ADMIN_TOKEN: token }), launchChromium()]);
try {
  say("the app runs");
  await importOverHttp(app.origin, token, largeEcosystem(5_000, 10_000, key));
  const map = await mapOf(app.origin);
  const laid = laidOut(map);
  say(
    `imported: ${laid.scene.nodes.length} nodes and ${laid.scene.edges.length} relations of the network are in force`,
  );
  const layouts = [
    { what: "fcose, 500 nodes", millis: laidOut(partOf(map, 500)).millis },
    { what: "forceatlas2 and noverlap in groups, 2,000 nodes", millis: laidOut(partOf(map, 2_000)).millis },
    { what: `forceatlas2 and noverlap in groups, ${laid.count} nodes`, millis: laid.millis },
    { what: "forceatlas2 and noverlap of all at once, 2,000 nodes", millis: laidOut(partOf(map, 2_000), false).millis },
  ];
  say("laid out");

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await watch(page);
  await signInAt(page, app.link);
  await page.getByRole("link", { name: "Map" }).or(page.getByText("A large map")).first().waitFor({ timeout: 60_000 });
  const ours = await measureOurs(page, `${app.origin}/e/${key}/map`, say);
  await page.close();
  say("ours measured");

  const script = await othersScript();
  const drawing = drawingOf(laid);
  const others = {} as Record<"plainCytoscape" | "sigma", Other>;
  for (const name of ["plainCytoscape", "sigma"] as const) {
    const other = await context.newPage();
    await watch(other);
    await other.goto("about:blank");
    await other.addScriptTag({ content: script });
    others[name] = { ...(await measureOther(other, name, drawing)), memory: await memory(other) };
    await other.close();
  }
  printTable(ours, others, layouts);
  const load = loadavg()[0]!;
  console.log(
    `\n${cpus().length} cores, load ${load.toFixed(1)}${load > cpus().length ? ": the machine was busy" : ""}`,
  );
} finally {
  await browser.close();
  await app.stop();
}

async function mapOf(origin: string): Promise<MapFacts["map"]> {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "x-csrf": "1" },
    body: JSON.stringify({ query: textOf(mapQuery), variables: { key, asOf: null } }),
  });
  const { data } = (await response.json()) as { data: { ecosystem: { map: MapFacts["map"] } } };
  return inForceOn(data.ecosystem.map, new Date().toISOString().slice(0, 10));
}
