import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { quantile } from "../../support/quantile.ts";
import type { Bench } from "../stage/figure.ts";
import { presented } from "./in-page.ts";
import { settled, type WebStage } from "./stage.ts";

const ecosystem = "sysco";
const rounds = 24;
/** Seconds from what one change shows to the next: a person who corrects facts, now quickly and now after reading. */
const gaps = [2, 5, 3, 8, 2, 4, 12, 3];

export const changesByOthers: Bench<WebStage> = {
  name: "changes-by-others",
  about: "another client changes facts of the example while its map is open, from the answer to the drawn change",
  async run(stage) {
    const page = await stage.page();
    await page.goto(`${stage.origin}/e/${ecosystem}/map`);
    await page.getByRole("application").waitFor({ timeout: 60_000 });
    await settled(page);
    const actors = await drawnActors(stage, page);
    let requests = 0;
    page.on("request", (request) => {
      if (new URL(request.url()).pathname === "/graphql") requests += 1;
    });
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await pause(gaps[round % gaps.length]! * 1_000);
      const change = round % 3 === 2 ? joins(actors[round]!, actors[round + 1]!) : await renames(stage, actors[round]!);
      times.push(await untilDrawn(page, change.isDrawn, () => store(stage, change.entry)));
    }
    await page.close();
    const from = [
      `${rounds} changes, ${Math.min(...gaps)} to ${Math.max(...gaps)} s apart`,
      `half within ${quantile(times, 0.5).toFixed(0)} ms, the longest ${Math.max(...times).toFixed(0)} ms`,
      `the page asks ${(requests / rounds).toFixed(1)} times for each`,
    ];
    return [
      {
        what: "a change by somebody else is drawn after its commit: 95 of 100 within",
        value: quantile(times, 0.95),
        unit: "ms",
        atMost: 1_000,
        from: from.join("; "),
      },
    ];
  },
};

interface Actor {
  id: string;
  key: string;
}

/** Actors that stand on the map by themselves. */
async function drawnActors({ api }: WebStage, page: Page): Promise<Actor[]> {
  const data = await api(`{ ecosystem(key: "${ecosystem}") { map { nodes { id key kind } } } }`);
  const nodes: (Actor & { kind: string })[] = data.ecosystem.map.nodes;
  const drawn = new Set<string>(await page.evaluate(`${core}.nodes().map((node) => node.id())`));
  const actors = nodes.filter(({ id, kind }) => kind === "ACTOR" && drawn.has(id));
  if (actors.length <= rounds) throw new Error(`The map shows ${actors.length} actors: too few to change.`);
  return actors;
}

const core = "document.querySelector('.canvas-core')._cyreg.cy";
const node = ({ id }: Actor) => `${core}.getElementById(${JSON.stringify(id)})`;

/** A change of one record, and the expression of the page that is true when the map has it. */
interface Change {
  entry: object;
  isDrawn: string;
}

async function renames({ api }: WebStage, actor: Actor): Promise<Change> {
  const data = await api(`{ ecosystem(key: "${ecosystem}") { actor(key: "${actor.key}") { version } } }`);
  const name = `${actor.key} renamed`;
  return {
    entry: { actor: { key: actor.key, expectedVersion: data.ecosystem.actor.version, name } },
    isDrawn: `${node(actor)}.data("name") === ${JSON.stringify(name)}`,
  };
}

function joins(from: Actor, to: Actor): Change {
  const between = `${node(from)}.edgesWith(${node(to)}).length`;
  return {
    entry: { relation: { from: from.key, to: to.key, type: "PARTNERS_WITH" } },
    isDrawn: `${between} > before(${between})`,
  };
}

async function store({ api }: WebStage, entry: object): Promise<void> {
  const { changeRecords } = await api(
    "mutation ($input: ChangeRecordsInput!) { changeRecords(input: $input) { errors { message } } }",
    { input: { ecosystem, changes: [entry], why: "Bench" } },
  );
  if (changeRecords.errors.length > 0) throw new Error(`The change is refused: ${changeRecords.errors[0].message}`);
}

/** Milliseconds from the answer to a change until it is on the screen. */
async function untilDrawn(page: Page, isDrawn: string, act: () => Promise<void>): Promise<number> {
  // Clocks of the page and of this process are those of one machine.
  const begun = await page.evaluate(() => ({ page: performance.now(), at: Date.now() }));
  const drawn = page.evaluate(
    `new Promise((resolve, reject) => {
      const begun = performance.now();
      let first;
      const before = (value) => (first ??= value);
      const look = () => {
        if (performance.now() - begun > 30000) reject(new Error("The change was not drawn in 30 s."));
        else if (!(${isDrawn})) requestAnimationFrame(look);
        else ${core}.one("render", () => requestAnimationFrame(() => resolve(performance.now())));
      };
      look();
    })`,
  ) as Promise<number>;
  // Read for sure before the change begins.
  await page.evaluate("0");
  await act();
  const answered = Date.now();
  const shown = await presented(page, await drawn);
  return begun.at + shown - begun.page - answered;
}
