import { readRevision } from "../../cypher/ecosystems/ecosystems.ts";
import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { moment } from "./ecosystems.ts";
import { coherenceQuestion, threatsQuestion } from "./questions.ts";
import { room } from "./stage/ask.ts";
import type { Bench } from "./stage/figure.ts";
import { inWords, race } from "./stage/race.ts";

const key = "bench-cached";
const rounds = 30;

export const cachedAnswers: Bench = {
  name: "cached-answers",
  about: "coherence and threats over HTTP when nothing has changed, at 1,000 actors",
  async run(stage) {
    await stage.store(generatedEcosystem({ key, actors: 1_000 }));
    // An app that has run for some minutes: the database is slow in its first thousand questions, whatever they are.
    for (let i = 0; i < 1_500; i++) await readRevision(stage.db, key);
    await room((rounds + 10) * 4);
    const answer = (question: Parameters<typeof stage.ask>[0]) => ({ run: () => stage.ask(question) });
    const times = await race(
      {
        revision: { run: () => readRevision(stage.db, key) },
        coherence: answer(coherenceQuestion(key, moment.asOf, "scores")),
        coherenceItems: answer(coherenceQuestion(key, moment.asOf, "items")),
        threats: answer(threatsQuestion(key, moment.asOf, "scores")),
        threatsTerms: answer(threatsQuestion(key, moment.asOf, "terms")),
      },
      { rounds, warmUp: 10 },
    );
    const words = {
      coherence: "coherence: scores, bounds, items with losses",
      coherenceItems: "coherence: with records and evidence",
      threats: "threats: rivals with factors and dampers",
      threatsTerms: "threats: with terms, records and evidence",
    };
    return (Object.entries(words) as [keyof typeof words, string][]).map(([name, what]) => ({
      what,
      value: times[name].median,
      unit: "ms" as const,
      atMost: 10,
      from: `${inWords(times[name], times.revision)} to ask the database for the revision, which every answer does`,
    }));
  },
};
