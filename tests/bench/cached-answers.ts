import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { moment } from "./ecosystems.ts";
import { coherenceQuestion, threatsQuestion } from "./questions.ts";
import { room } from "./stage/ask.ts";
import type { Bench } from "./stage/figure.ts";
import { race } from "./stage/race.ts";

const key = "bench-cached";
const rounds = 30;

export const cachedAnswers: Bench = {
  name: "cached-answers",
  about: "coherence and threats over HTTP when nothing has changed, at 1,000 actors",
  async run(stage) {
    await stage.store(generatedEcosystem({ key, actors: 1_000 }));
    await room((rounds + 10) * 4);
    const answer = (question: Parameters<typeof stage.ask>[0]) => ({ run: () => stage.ask(question) });
    const times = await race(
      {
        bare: { run: () => stage.plain.executeQuery("RETURN 1") },
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
      from: `min ${times[name].min.toFixed(1)} ms`,
    }));
  },
};
