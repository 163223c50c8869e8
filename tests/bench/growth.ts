import { coherence } from "../../api/coherence/coherence.ts";
import { interventions } from "../../api/coherence/interventions.ts";
import { factsInForce } from "../../api/facts/in-force.ts";
import { threats } from "../../api/threat/threat.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { countRecords, moment, sizes } from "./ecosystems.ts";
import type { Bench, Figure } from "./stage/figure.ts";
import { race } from "./stage/race.ts";

const measures: Record<string, (document: EcosystemDocument) => unknown> = {
  "facts in force": (document) => factsInForce(document, moment),
  coherence: (document) => coherence(factsInForce(document, moment)),
  threats: (document) => threats(factsInForce(document, moment)),
  interventions: (document) => interventions(factsInForce(document, moment)),
};

/** More than the facts could grow by: the largest holds its caches worse, and its objects are collected more often. */
const tolerated = 1.5;

export const growth: Bench = {
  name: "growth",
  about: `measures on ${sizes.join(", ")} actors: the time for each fact must not grow with their number`,
  onStage: false,
  async run() {
    const documents = sizes.map((actors) => generatedEcosystem({ key: "growth", actors }));
    const figures: Figure[] = [];
    for (const [name, measure] of Object.entries(measures)) {
      const perFact: number[] = [];
      for (const [index, document] of documents.entries()) {
        const large = index === documents.length - 1;
        // The smaller ones run more often, or the engine would know the code better in the last than in the first.
        const times = await race(
          { it: { run: () => measure(document) } },
          large ? { rounds: 5, warmUp: 2 } : { rounds: 20, warmUp: index === 0 ? 150 : 15 },
        );
        const value = (times.it.min / countRecords(document)) * 1000;
        perFact.push(value);
        figures.push({ what: `${name}, ${sizes[index]} actors`, value, unit: "µs per fact" });
      }
      const last = perFact.length - 1;
      figures.push({
        what: `${name}: time per fact, largest to middle`,
        value: perFact[last]! / perFact[last - 1]!,
        unit: "×",
        atMost: tolerated,
      });
    }
    return figures;
  },
};
