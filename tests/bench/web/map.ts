import { print as textOf } from "graphql";
import type { MapFacts } from "../../../web/map/model/facts.ts";
import { inForceOn } from "../../../web/map/model/time/in-force.ts";
import { mapQuery } from "../../../web/pages/map/map-facts.graphql.ts";
import { largeEcosystem } from "../../support/large-ecosystem.ts";
import type { Bench } from "../stage/figure.ts";
import { memory } from "./drive.ts";
import { drawingOf, laidOut, partOf } from "./layouts.ts";
import { measureOther, type Other, othersScript } from "./others.ts";
import { measureOurs } from "./ours.ts";
import type { WebStage } from "./stage.ts";
import { figuresOf, printTable, rowsOf } from "./table.ts";

const key = "bench-web";

export const map: Bench<WebStage> = {
  name: "map",
  about:
    "the map of 5,000 nodes and 10,000 relations, beside the same map drawn in full by plain Cytoscape and sigma.js",
  async run(stage) {
    const { origin, say } = stage;
    await stage.store(largeEcosystem(5_000, 10_000, key));
    const facts = await mapOf(stage);
    const laid = laidOut(facts);
    say(
      `imported: ${laid.scene.nodes.length} nodes and ${laid.scene.edges.length} relations of the network are in force`,
    );
    const layouts = [
      { what: "fcose, 500 nodes", millis: laidOut(partOf(facts, 500)).millis },
      { what: "forceatlas2 and noverlap in groups, 2,000 nodes", millis: laidOut(partOf(facts, 2_000)).millis },
      { what: `forceatlas2 and noverlap in groups, ${laid.count} nodes`, millis: laid.millis },
      {
        what: "forceatlas2 and noverlap of all at once, 2,000 nodes",
        millis: laidOut(partOf(facts, 2_000), false).millis,
      },
    ];
    say("laid out");

    const page = await stage.page();
    const ours = await measureOurs(page, `${origin}/e/${key}/map`, say);
    await page.close();
    say("ours measured");

    const script = await othersScript();
    const drawing = drawingOf(laid);
    const others = {} as Record<"plainCytoscape" | "sigma", Other>;
    for (const name of ["plainCytoscape", "sigma"] as const) {
      const other = await stage.page();
      await other.goto("about:blank");
      await other.addScriptTag({ content: script });
      others[name] = { ...(await measureOther(other, name, drawing)), memory: await memory(other) };
      await other.close();
    }
    const rows = rowsOf(ours, others, layouts);
    printTable(rows);
    return figuresOf(rows);
  },
};

async function mapOf({ api }: WebStage): Promise<MapFacts["map"]> {
  const data: { ecosystem: { map: MapFacts["map"] } } = await api(textOf(mapQuery), { key, asOf: null });
  return inForceOn(data.ecosystem.map, new Date().toISOString().slice(0, 10));
}
