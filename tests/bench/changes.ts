import { planChanges, type RecordEdit } from "../../api/changes/batch/plan-changes.ts";
import { runBatch } from "../../api/changes/batch/run-batch.ts";
import { ChangeFeed } from "../../api/ecosystems/change-feed.ts";
import { LoadedEcosystem } from "../../api/ecosystems/loaded-ecosystem.ts";
import { coherence } from "../../api/measures/coherence/coherence.ts";
import { threats } from "../../api/measures/threat/threat.ts";
import { effectOf, withEntries } from "../../api/schema/effect-of.ts";
import { factsInForce } from "../../api/time/in-force.ts";
import { readHistories } from "../../cypher/changes/history.ts";
import { readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { readDocumentAt } from "../../cypher/ecosystems/read-at.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";
import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { moment } from "./ecosystems.ts";
import { plainQueries, plainRead, plainTexts } from "./plain/plain.ts";
import type { Bench, Figure } from "./stage/figure.ts";
import { race, ratioFigure } from "./stage/race.ts";
import type { Stage } from "./stage/stage.ts";

const key = "bench-changes";
const at = new Date(0).toISOString();
const logged = 1_000;

export const changes: Bench = {
  name: "changes",
  about: "changes, their effect, earlier states, histories and subscribers, each against the plain way to do it",
  async run(stage) {
    const document = generatedEcosystem({ key, actors: 1_000 });
    await stage.store(document);
    const actor = document.actors![0]!.key;
    const write = await writing(stage, actor);
    const effect = await effects(stage);
    const past = await earlier(stage, actor);
    return [...write, ...effect, ...past, ...(await subscribers(stage, actor))];
  },
};

/** One change of a record by the door; returns the revision. */
async function change(stage: Stage, edits: readonly RecordEdit[]): Promise<number> {
  const { revision, errors } = await runBatch(stage.db, "bench", { ecosystem: key, who: "Bench" }, (draft) =>
    planChanges(draft, edits),
  );
  if (revision === null) throw new Error(`The bench's change is refused: ${errors[0]?.message}`);
  return revision;
}
const editOf = (actor: string, expectedVersion: number, employees: number): RecordEdit => ({
  does: "put",
  kind: "actors",
  path: "/changes/0/actor",
  expectedVersion,
  fields: { key: actor, employees },
});

async function writing(stage: Stage, actor: string): Promise<Figure[]> {
  let version = (await readDocument(stage.db, key))!.versions.get("actors")!.get(actor)!;
  let count = 0;
  const plain = async (text: string, parameters: object) => {
    const session = stage.plain.session();
    try {
      await session.executeWrite((tx) => tx.run(text, { key, at, ...parameters }));
    } finally {
      await session.close();
    }
  };
  const one = await race(
    {
      door: {
        run: async () => {
          version = await change(stage, [editOf(actor, version, ++count)]);
        },
      },
      plain: { run: () => plain(plainTexts.changeRecord, { actor, employees: ++count }) },
    },
    { rounds: 40, warmUp: 20 },
  );
  const topics = () => Array.from({ length: 1_000 }, () => ({ key: `topic-${++count}`, name: `Topic ${count}` }));
  const batch = await race(
    {
      door: {
        run: () =>
          change(
            stage,
            topics().map(({ key: topic, name }, place) => ({
              does: "put",
              kind: "topics",
              path: `/changes/${place}/topic`,
              fields: { key: topic, name },
            })),
          ),
      },
      plain: { run: () => plain(plainTexts.createRecords, { rows: topics() }) },
    },
    { rounds: 8, warmUp: 3 },
  );
  return [
    ratioFigure(
      "one change of a record to a plain transaction that locks, reads, writes and logs it",
      one.door,
      one.plain,
      { atMost: 3 },
    ),
    ratioFigure("a batch of 1,000 new records: the plain UNWIND's time to the door's", batch.plain, batch.door, {
      atLeast: 0.5,
    }),
  ];
}

async function effects(stage: Stage): Promise<Figure[]> {
  const stored = (await readDocument(stage.db, key))!;
  // Each round changes another claim to another extent: nothing of an earlier round answers it.
  const claims = stored.document.claims!;
  let round = 0;
  const changed = () => {
    const record = claims[(++round * 7) % claims.length]!;
    const after = { ...record, extent: (round % 9) / 10 };
    return [{ kind: "claims" as const, key: identityOf("claims", record), before: record, after }];
  };
  // The page that a change is made on has been judged: what is left to judge is the state after it.
  const before = new LoadedEcosystem(stored.revision, stored.document, stored);
  const focal = stored.document.ecosystem.focal;
  const effect = () => effectOf(before, withEntries(before, changed()), { ...moment, minConfidence: 0 }, focal);
  effect();
  const evaluation = () => {
    const facts = factsInForce(stored.document, moment);
    coherence(facts);
    threats(facts);
  };
  const times = await race({ effect: { run: effect }, evaluation: { run: evaluation } }, { rounds: 10, warmUp: 4 });
  return [
    ratioFigure(
      "the effect on coherence and threats at 1,000 actors to an uncached evaluation",
      times.effect,
      times.evaluation,
      { atMost: 0.6 },
    ),
  ];
}

async function earlier(stage: Stage, actor: string): Promise<Figure[]> {
  let { revision, versions } = (await readDocument(stage.db, key))!;
  const after = revision;
  revision = versions.get("actors")!.get(actor)!;
  for (let count = 0; count < logged; count++) revision = await change(stage, [editOf(actor, revision, count)]);
  const plainChanges = (of: string | null, from: number) =>
    stage.plain.executeQuery(plainTexts.recordChanges, { key, after: from, actor: of });
  const times = await race(
    {
      known: { run: () => readDocumentAt(stage.db, key, after) },
      plainKnown: {
        run: () => Promise.all([plainRead(stage.plain, plainQueries.facts, key), plainChanges(null, after)]),
      },
      history: { run: () => readHistories(stage.db, [{ ecosystem: key, kind: "actors", key: actor, first: logged }]) },
      plainHistory: { run: () => plainChanges(actor, after) },
    },
    { rounds: 10, warmUp: 4 },
  );
  return [
    ratioFigure(
      "a document as known 1,000 changes ago to a plain read of the document and those changes",
      times.known,
      times.plainKnown,
      { atMost: 2 },
    ),
    ratioFigure("the history of a record with 1,000 changes to a plain fetch", times.history, times.plainHistory, {
      atMost: 2,
    }),
  ];
}

/** From the commit to the subscriber. The feed watches the revision, whichever process has raised it. */
async function subscribers(stage: Stage, actor: string): Promise<Figure[]> {
  const leave = new AbortController();
  const { revision, versions } = (await readDocument(stage.db, key))!;
  // From this revision on: a change that is stored before the feed has its first look would not be told of otherwise.
  const feed = new ChangeFeed(stage.db).follow(key, revision, leave.signal);
  let version = versions.get("actors")!.get(actor)!;
  const delays: number[] = [];
  let next = feed.next();
  for (let round = 0; round < 60; round++) {
    // At any moment between two looks.
    await new Promise((done) => setTimeout(done, (round * 37) % 300));
    version = await change(stage, [editOf(actor, version, round)]);
    const committed = performance.now();
    await next;
    delays.push(performance.now() - committed);
    next = feed.next();
  }
  leave.abort();
  await next;
  const sorted = delays.sort((a, b) => a - b);
  return [
    {
      what: "a change is seen by a subscriber, whichever process made it: 95 of 100 within",
      value: sorted[Math.floor(sorted.length * 0.95)]!,
      unit: "ms",
      atMost: 500,
    },
  ];
}
