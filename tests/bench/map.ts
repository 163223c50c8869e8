import { print } from "graphql";
import { mapQuery } from "../../web/pages/map/map-facts.graphql.ts";
import { documentOfMap } from "./ecosystems.ts";
import { plainQueries, plainRead } from "./plain/plain.ts";
import { room } from "./stage/ask.ts";
import type { Bench } from "./stage/figure.ts";
import { serveOtherLibrary } from "./stage/other-library.ts";
import { race, ratioFigure } from "./stage/race.ts";

const key = "bench-map";
const nodes = 2_000;
const edges = 10_000;
const rounds = 20;

export const map: Bench = {
  name: "map",
  about: `the page's own map query of ${nodes} nodes and ${edges} edges over HTTP, all dates`,
  async run(stage) {
    await stage.store(documentOfMap(nodes, edges, key));
    const question = { query: print(mapQuery), variables: { key, asOf: null } };
    const { ecosystem } = (JSON.parse(String(await stage.ask(question))) as { data: never }).data as {
      ecosystem: { map: { nodes: unknown[]; edges: unknown[] } };
    };
    if (ecosystem.map.nodes.length !== nodes || ecosystem.map.edges.length < edges) {
      throw new Error(`The map has ${ecosystem.map.nodes.length} nodes and ${ecosystem.map.edges.length} edges.`);
    }
    const other = await serveOtherLibrary(stage.plain);
    await room((rounds + 8) * 3);
    const times = await race(
      {
        plain: { run: () => plainRead(stage.plain, plainQueries.map, key) },
        plainRows: { run: () => plainRead(stage.plain, plainQueries.mapRows, key) },
        again: { run: () => stage.ask(question) },
        changed: { before: () => stage.change(key), run: () => stage.ask(question) },
        first: { before: () => stage.forget(key), run: () => stage.ask(question) },
        other: { run: () => other.map(key) },
      },
      { rounds, warmUp: 8 },
    );
    await other.close();
    const { plain, plainRows, again, changed, first, other: library } = times;
    return [
      ratioFigure("map again, to the plain driver", again, plain, { atMost: 1.5 }),
      ratioFigure(
        "map after a change of one fact, to the plain driver with a row for each node and edge",
        changed,
        plainRows,
        { atMost: 1.5 },
      ),
      ratioFigure(
        "map after a change of one fact, to the plain driver with the API's own packing of rows",
        changed,
        plain,
      ),
      ratioFigure(
        "map when the API knows nothing of the ecosystem yet, to the plain driver with a row for each",
        first,
        plainRows,
        { atMost: 1.5 },
      ),
      ratioFigure("@neo4j/graphql 7 with the same records, to the map after a change of one fact", library, changed, {
        atLeast: 2,
      }),
      ratioFigure("@neo4j/graphql 7, to the map again", library, again),
    ];
  },
};
