import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { countRecords, moment } from "./ecosystems.ts";
import { plainQueries, plainRead } from "./plain/plain.ts";
import { coherenceQuestion, threatsQuestion } from "./questions.ts";
import { room } from "./stage/ask.ts";
import type { Bench, Figure } from "./stage/figure.ts";
import { inWords, race, ratioFigure } from "./stage/race.ts";

const key = "bench-measures";
const rounds = 20;
/** Of the plain driver's fetch of the facts. */
const atMost = {
  coherenceChanged: 0.35,
  threatsChanged: 0.35,
  coherence: 1.6,
  coherenceItems: 2,
  threats: 1.6,
  threatsTerms: 2,
};

export const uncachedMeasures: Bench = {
  name: "uncached-measures",
  about:
    "coherence and threats over HTTP at 1,000 actors: measured from facts that are fetched anew, and after one has changed",
  async run(stage) {
    const document = generatedEcosystem({ key, actors: 1_000 });
    await stage.store(document);
    const before = () => stage.forget(key);
    const afterChange = (question: Parameters<typeof stage.ask>[0]) => ({
      before: () => stage.change(key),
      run: () => stage.ask(question),
    });
    const answer = (question: Parameters<typeof stage.ask>[0]) => ({ before, run: () => stage.ask(question) });
    await room((rounds + 8) * 6);
    const times = await race(
      {
        plain: { run: () => plainRead(stage.plain, plainQueries.facts, key) },
        named: { run: () => plainRead(stage.plain, plainQueries.namedFacts, key) },
        coherenceChanged: afterChange(coherenceQuestion(key, moment.asOf, "scores")),
        threatsChanged: afterChange(threatsQuestion(key, moment.asOf, "scores")),
        coherence: answer(coherenceQuestion(key, moment.asOf, "scores")),
        coherenceItems: answer(coherenceQuestion(key, moment.asOf, "items")),
        threats: answer(threatsQuestion(key, moment.asOf, "scores")),
        threatsTerms: answer(threatsQuestion(key, moment.asOf, "terms")),
      },
      { rounds, warmUp: 8 },
    );
    const { plain, named, ...answers } = times;
    const figures: Figure[] = [
      {
        what: `plain driver's fetch of ${countRecords(document)} facts`,
        value: plain.median,
        unit: "ms",
        from: `as rows with names, as most programs would ask: ${inWords(named, plain)}`,
      },
    ];
    const words = {
      coherenceChanged: "coherence after a change of one fact: scores, bounds, items with losses",
      threatsChanged: "threats after a change of one fact: rivals with factors and dampers",
      coherence: "coherence: scores, bounds, items with losses",
      coherenceItems: "coherence: the same with the records and the evidence of each item",
      threats: "threats: rivals with factors and dampers",
      threatsTerms: "threats: the same with the terms, their records and evidence",
    };
    for (const [name, what] of Object.entries(words) as [keyof typeof words, string][]) {
      const own = answers[name];
      figures.push(ratioFigure(what, own, plain, { atMost: atMost[name] }));
    }
    return figures;
  },
};
