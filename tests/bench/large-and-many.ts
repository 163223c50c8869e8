import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";
import { countRecords, documentOf, moment } from "./ecosystems.ts";
import { coherenceQuestion } from "./questions.ts";
import { room } from "./stage/ask.ts";
import type { Bench, Figure } from "./stage/figure.ts";

const key = "bench-large";
const records = 200_000;
const ecosystems = 1_000;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

export const largeAndMany: Bench = {
  name: "large-and-many",
  about: `an ecosystem of ${records.toLocaleString("en")} records by several imports, and a list of ${ecosystems.toLocaleString("en")} ecosystems`,
  async run(stage) {
    const whole = documentOf(records, key);
    // What others refer to first: each part is a file that can be imported by itself.
    const kinds = [
      "evidence",
      "capabilities",
      "actors",
      "activities",
      "standards",
      "topics",
      "controlSystems",
      "moves",
    ];
    const order = [...kinds, ...recordKindNames.filter((kind) => !kinds.includes(kind))];
    const parts: (typeof whole)[] = [];
    let part: typeof whole = { format: whole.format, ecosystem: { key, name: whole.ecosystem.name } };
    let count = 0;
    for (const kind of order as typeof recordKindNames) {
      const list: object[] = whole[kind] ?? [];
      for (let at = 0; at < list.length; at += 20_000) {
        const some = list.slice(at, at + 20_000);
        if (count + some.length > 90_000) {
          parts.push(part);
          part = { format: whole.format, ecosystem: part.ecosystem };
          count = 0;
        }
        part = { ...part, [kind]: [...(part[kind] ?? []), ...some] };
        count += some.length;
      }
    }
    parts.push({ ...part, ecosystem: whole.ecosystem });
    const figures: Figure[] = [];
    const perRecord: number[] = [];
    for (const [at, document] of parts.entries()) {
      const value = await seconds(() => stage.store(document));
      perRecord.push(value / countRecords(document));
      figures.push({
        what: `import ${at + 1} of ${parts.length}: ${countRecords(document)} records`,
        value,
        unit: "ms",
      });
    }
    figures.push({
      what: "a record of the last import, to one of the first",
      value: perRecord.at(-1)! / perRecord[0]!,
      unit: "×",
      atMost: 1.5,
    });
    await room(10);
    const asked: [what: string, query: string][] = [
      [
        "opened for the first time",
        "query ($key: String!) { ecosystem(key: $key) { name actors(first: 1) { totalCount } } }",
      ],
      ["searched", 'query ($key: String!) { ecosystem(key: $key) { search(text: "Nordenmark") { label } } }'],
      [
        "its map of 20,000 nodes",
        "query ($key: String!) { ecosystem(key: $key) { map(filter: { limit: 20000 }) { nodes { id label } } } }",
      ],
    ];
    for (const [what, query] of asked)
      figures.push({ what, value: await seconds(() => stage.ask({ query, variables: { key } })), unit: "ms" });
    const judged = coherenceQuestion(key, moment.asOf, "scores");
    figures.push({ what: "judged: coherence", value: await seconds(() => stage.ask(judged)), unit: "ms" });

    for (let at = 0; at < ecosystems; at++) {
      const { format, ecosystem, actors } = smallEcosystem(`bench-many-${at}`);
      await stage.store({
        format,
        ecosystem: { ...ecosystem, name: `Ecosystem ${at}` },
        actors: actors!,
        evidence: smallEcosystem("x").evidence!,
      });
    }
    const list = { query: "{ ecosystems { key name valueProposition revision focal { id name } } }" };
    await stage.ask(list);
    const value = await seconds(() => stage.ask(list));
    figures.push({ what: `list of ${ecosystems} ecosystems`, value, unit: "ms", atMost: 1_000 });
    return figures;
  },
};
