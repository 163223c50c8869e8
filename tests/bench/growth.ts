import { coherence } from "../../api/measures/coherence/coherence.ts";
import { interventions } from "../../api/measures/coherence/interventions.ts";
import { threats } from "../../api/measures/threat/threat.ts";
import { factsInForce } from "../../api/time/in-force.ts";
import { inOrder, documentOf as storedForm } from "../../cypher/ecosystems/ecosystems.ts";
import type { AnyRecord, EcosystemDocument } from "../../cypher/model/document.ts";
import { identityOf, recordKindNames } from "../../cypher/model/record-kinds.ts";
import { recordOf } from "../../cypher/records/read-rows.ts";
import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { countRecords, moment, sizes } from "./ecosystems.ts";
import type { Bench, Figure } from "./stage/figure.ts";
import { race, type Times } from "./stage/race.ts";

interface Measure {
  of(document: EcosystemDocument): unknown;
  /** What it hands back beside what it reads: among a hundred leads of one boundary there are thousands of pairs. */
  handsBack?(document: EcosystemDocument): number;
}

const measures: Record<string, Measure> = {
  "facts in force": { of: (document) => factsInForce(document, moment) },
  coherence: { of: (document) => coherence(factsInForce(document, moment)) },
  threats: { of: (document) => threats(factsInForce(document, moment)) },
  interventions: {
    of: (document) => interventions(factsInForce(document, moment)),
    handsBack: (document) => interventions(factsInForce(document, moment)).length,
  },
};

/** Finds each fact a place by its identity and writes it down: the same work for each, but for the machine's caches. */
function linear(document: EcosystemDocument): unknown {
  const records = recordKindNames.flatMap((kind) =>
    (document[kind] ?? []).map((record) => [`${kind} ${identityOf(kind, record as never)}`, record] as const),
  );
  return [new Map(records).size, JSON.stringify(document)];
}

/** Noise, and no more: what a larger graph costs by its size alone, the baseline pays as well. */
const tolerated = 1.5;

/** As the API has it: records of one shape by kind, in the order of their identities. */
function asStored(document: EcosystemDocument): EcosystemDocument {
  return storedForm(document.ecosystem, (kind) => {
    const records: AnyRecord[] = document[kind] ?? [];
    return inOrder(
      kind,
      records.map((record) => recordOf(kind, record)),
    );
  });
}

export const growth: Bench = {
  name: "growth",
  about: `measures on ${sizes.join(", ")} actors against finding each fact a place in a map and writing it as JSON, which is linear: what a measure costs beside it, for each fact and each thing it hands back, must not grow`,
  onStage: false,
  async run() {
    const documents = sizes.map((actors) => asStored(generatedEcosystem({ key: "growth", actors })));
    const figures: Figure[] = [];
    for (const [name, measure] of Object.entries(measures)) {
      const ratios: number[] = [];
      for (const [index, document] of documents.entries()) {
        const large = index === documents.length - 1;
        // The smaller ones run more often, or the engine would know the code better in the last than in the first.
        const { it, plain } = await race(
          { plain: { run: () => linear(document) }, it: { run: () => measure.of(document) } },
          large ? { rounds: 7, warmUp: 2 } : { rounds: 20, warmUp: index === 0 ? 150 : 15 },
        );
        const facts = countRecords(document);
        const things = facts + (measure.handsBack?.(document) ?? 0);
        const each = (times: Times, number: number) => (1000 * times.min) / number;
        const value = each(it, things) / each(plain, facts);
        ratios.push(value);
        figures.push({
          what: `${name}, ${sizes[index]} actors`,
          value,
          unit: "×",
          from: `${each(it, things).toFixed(2)} µs for each of ${things} against ${each(plain, facts).toFixed(2)} µs for each of ${facts}`,
        });
      }
      const [middle, largest] = ratios.slice(-2) as [number, number];
      figures.push({
        what: `${name}: growth from middle to largest`,
        value: largest / middle,
        unit: "×",
        atMost: tolerated,
      });
    }
    return figures;
  },
};
