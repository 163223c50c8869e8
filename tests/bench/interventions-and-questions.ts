import { coherence } from "../../api/measures/coherence/coherence.ts";
import { interventions } from "../../api/measures/coherence/interventions.ts";
import { questions } from "../../api/measures/coherence/questions.ts";
import { factsInForce } from "../../api/time/in-force.ts";
import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { moment } from "./ecosystems.ts";
import type { Bench } from "./stage/figure.ts";
import { race, ratioFigure } from "./stage/race.ts";

export const interventionsAndQuestions: Bench = {
  name: "interventions-and-questions",
  about: "all of them at 1,000 actors, against one evaluation of coherence from the document",
  onStage: false,
  async run() {
    const document = generatedEcosystem({ key: "changes", actors: 1_000 });
    const evaluate = () => coherence(factsInForce(document, moment));
    const times = await race(
      {
        evaluation: { run: evaluate },
        interventions: { run: () => interventions(factsInForce(document, moment)) },
        questions: { run: () => questions(evaluate()) },
      },
      { rounds: 40, warmUp: 40 },
    );
    const { evaluation } = times;
    return [
      ratioFigure("all interventions, the evaluation included, to one evaluation", times.interventions, evaluation, {
        atMost: 5,
      }),
      ratioFigure("all questions, the evaluation included, to one evaluation", times.questions, evaluation, {
        atMost: 1.2,
      }),
    ];
  },
};
