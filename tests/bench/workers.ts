import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";
import { documentOf, moment } from "./ecosystems.ts";
import { coherenceQuestion, threatsQuestion, threatTrendQuestion } from "./questions.ts";
import { type Question, room } from "./stage/ask.ts";
import type { Bench } from "./stage/figure.ts";
import { inWords, middle, race, ratioFigure } from "./stage/race.ts";
import type { Stage } from "./stage/stage.ts";

const key = "bench-workers";
/** Forgotten before each question, which must not make the answers about the other one uncached. */
const forgottenKey = "bench-workers-forgotten";
const rounds = 20;

const mapQuestion: Question = {
  query: `query Map($key: String!, $asOf: Date) { ecosystem(key: $key) { map(asOf: $asOf) {
    nodes { id kind key label } edges { id kind source target label }
  } } }`,
  variables: { key, asOf: moment.asOf },
};

/** Each question of the two APIs, in turn. */
const both = (stage: Stage, name: string, question: Question, before?: () => Promise<void>) => ({
  [name]: { ...(before && { before }), run: () => stage.ask(question) },
  [`${name}Here`]: { ...(before && { before }), run: () => stage.askInThisThread(question) },
});

export const workers: Bench = {
  name: "workers",
  about: "what it costs to execute in a worker, against the thread that answers, at 1,000 actors",
  async run(stage) {
    for (const each of [key, forgottenKey]) await stage.store(generatedEcosystem({ key: each, actors: 1_000 }));
    const forget = () => stage.forget(forgottenKey);
    await room((rounds + 8) * 6);
    const times = await race(
      {
        ...both(stage, "small", {
          query: "query ($key: String!) { ecosystem(key: $key) { name } }",
          variables: { key },
        }),
        ...both(stage, "map", mapQuestion),
        ...both(stage, "coherence", coherenceQuestion(forgottenKey, moment.asOf, "scores"), forget),
      },
      { rounds, warmUp: 8 },
    );
    const { small, smallHere, map, mapHere, coherence, coherenceHere } = times as Record<string, typeof times.small>;
    return [
      {
        what: "a cached small answer, more than in this thread",
        value: middle(small!.samples.map((sample, round) => sample - smallHere!.samples[round]!)),
        unit: "ms",
        atMost: 1,
        from: inWords(small!, smallHere!),
      },
      ratioFigure("the map again, to the same in this thread", map!, mapHere!, { atMost: 1.15 }),
      ratioFigure("uncached coherence, to the same in this thread", coherence!, coherenceHere!, { atMost: 1.15 }),
    ];
  },
};

const [large, example] = ["bench-beside-large", "bench-beside-example"];
const asks = 60;

export const besideHeavyWork: Bench = {
  name: "beside-heavy-work",
  about: "a person on a small ecosystem, while another asks a heavy query on 50,000 records in a loop",
  async run(stage) {
    await stage.store(documentOf(50_000, large));
    await stage.store(smallEcosystem(example));
    const questions = [
      coherenceQuestion(example, moment.asOf, "scores"),
      threatsQuestion(example, moment.asOf, "scores"),
      { query: "query ($key: String!) { ecosystem(key: $key) { views { name } } }", variables: { key: example } },
    ];
    const person = async () => {
      const samples: number[] = [];
      for (let at = 0; at < asks; at++) {
        const start = performance.now();
        await stage.ask(questions[at % questions.length]!);
        samples.push(performance.now() - start);
      }
      return samples.sort((a, b) => a - b);
    };
    const slowest = (samples: readonly number[]) => samples[Math.ceil(samples.length * 0.95) - 1]!;
    await room(asks * 3 + 60);
    await person();
    const alone = slowest(await person());
    let isOver = false;
    const heavy = (async () => {
      const period = { from: "2024-07-30", to: moment.asOf, step: "MONTH" };
      for (let at = 0; !isOver; at++)
        await stage.ask(threatTrendQuestion(large, { ...period, from: `2024-07-${10 + (at % 20)}` }));
    })();
    const beside = await person();
    isOver = true;
    await heavy;
    const p95 = slowest(beside);
    return [
      {
        what: "95 % of a person's answers on a small ecosystem beside heavy work, within",
        value: p95,
        unit: "ms",
        atMost: Math.max(300, 3 * alone),
        from: `alone ${alone.toFixed(1)} ms; the median beside it ${middle(beside).toFixed(1)} ms`,
      },
    ];
  },
};
