import { coherence } from "../../api/measures/coherence/coherence.ts";
import { coherenceTrend } from "../../api/measures/coherence/coherence-trend.ts";
import { threats } from "../../api/measures/threat/threat.ts";
import { threatTrend } from "../../api/measures/threat/threat-trend.ts";
import { factsInForce } from "../../api/time/in-force.ts";
import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { moment } from "./ecosystems.ts";
import { coherenceQuestion, coherenceTrendQuestion, threatsQuestion, threatTrendQuestion } from "./questions.ts";
import { room } from "./stage/ask.ts";
import type { Bench, Figure } from "./stage/figure.ts";
import { race, ratioFigure } from "./stage/race.ts";

const key = "bench-trend";
const rounds = 10;
const warmUp = 4;
/** 24 points, a month apart, up to the day of the other benches. */
const period = { from: "2024-07-30", to: moment.asOf, step: "MONTH" as const };

export const trend: Bench = {
  name: "trend",
  about:
    "24 months of coherence and of threats at 1,000 actors, against one evaluation; facts are fetched once for each",
  async run(stage) {
    const document = generatedEcosystem({ key, actors: 1_000 });
    await stage.store(document);
    const before = () => stage.forget(key);
    const answer = (question: Parameters<typeof stage.ask>[0]) => ({ before, run: () => stage.ask(question) });
    await room((rounds + warmUp) * 4);
    const asked = await race(
      {
        coherence: answer(coherenceQuestion(key, moment.asOf, "scores")),
        coherenceTrend: answer(coherenceTrendQuestion(key, period)),
        threats: answer(threatsQuestion(key, moment.asOf, "scores")),
        threatTrend: answer(threatTrendQuestion(key, period)),
      },
      { rounds, warmUp },
    );
    const computed = await race(
      {
        coherence: { run: () => coherence(factsInForce(document, moment)) },
        coherenceTrend: { run: () => coherenceTrend(document, period) },
        threats: { run: () => threats(factsInForce(document, moment)) },
        threatTrend: { run: () => threatTrend(document, period) },
      },
      { rounds, warmUp },
    );
    return (["coherence", "threat"] as const).flatMap((what): Figure[] => {
      const names =
        what === "coherence" ? (["coherence", "coherenceTrend"] as const) : (["threats", "threatTrend"] as const);
      const [one, many] = [asked[names[0]], asked[names[1]]];
      const [alone, all] = [computed[names[0]], computed[names[1]]];
      return [
        ratioFigure(`${what}: 24 steps to one evaluation, asked over HTTP`, many, one, { atMost: 4 }),
        ratioFigure(`${what}: the same without fetching and sending, which one evaluation has as well`, all, alone),
      ];
    });
  },
};
