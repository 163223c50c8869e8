import type { NamedActor } from "../../api/shared/matching/name-matcher.ts";
import {
  hasLandscapes,
  type Judgement,
  judgeLandscapes,
  judgeWrittenPairs,
  landscapeMentions,
  matcherWithout,
  type Without,
} from "../support/judged-names.ts";
import { seededRandom } from "../support/seeded-random.ts";
import type { Bench, Figure } from "./stage/figure.ts";
import { race } from "./stage/race.ts";

const count = 20_000;
const words = {
  first:
    "Alder Nordic Blue Grid Solar Atlas Delta Helios Terra Volt Hydro Urban Prime Orbis Castor Vega Rhein Baltic Iberia Savoy Tatra Alpen Fjord Juniper Lumen Kappa Sigma Argon Cedar Maple Quartz Onyx Falcon Heron Lynx Otter Condor Raven Osprey Marlin".split(
      " ",
    ),
  second:
    "Energy Power Logistics Systems Software Mobility Storage Robotics Analytics Networks Metals Foods Textiles Insurance Capital Health Optics Sensors Turbines Batteries Chemicals Paper Cement Shipping Aviation Rail Water Waste Timber Media".split(
      " ",
    ),
  third:
    "Finland Berlin Partners Works Labs Solutions Services Holding Lyon Porto Gdansk Leeds Osaka Austin Pune Lima Accra".split(
      " ",
    ),
  form: ["", " GmbH", " Ltd", " Oy", " AB", " S.A.", " Inc.", " B.V.", " S.r.l.", " & Co. KG"],
};

/** Firms that share their words with many others, as those of one industry do. */
function crowd(): NamedActor[] {
  const names = words.first.flatMap((first) =>
    words.second.flatMap((second) => words.third.map((third) => `${first} ${second} ${third}`)),
  );
  return names.slice(0, count).map((name, at) => ({
    key: `crowd-${at}`,
    name: `${name}${words.form[at % words.form.length]}`,
    ...(at % 3 === 0 && { website: `https://${name.toLowerCase().replaceAll(" ", "-")}.com` }),
  }));
}

/** The crowd as another spreadsheet writes it: half as they are but for form, case or a letter, half others. */
function asFile(actors: readonly NamedActor[]): NamedActor[] {
  const random = seededRandom(7);
  return actors.map(({ key, name, website }, at) => {
    const bare = name.replace(/ (?:GmbH|Ltd|Oy|AB|S\.A\.|Inc\.|B\.V\.|S\.r\.l\.|& Co\. KG)$/, "");
    const slip = random.whole(3, bare.length - 1);
    const ways = [name, bare.toUpperCase(), `${bare} Ltd`, `${bare.slice(0, slip)}${bare.slice(slip + 1)}`];
    return { key, name: at % 2 ? `Newcomer ${at} ${bare}` : ways[(at >> 1) % ways.length]!, website };
  });
}

const inWords = ({ pairs, same, recallTaken }: Judgement): string =>
  `${pairs} pairs, ${same} of them of one organisation; ${Math.round(100 * recallTaken)} % of these are taken without asking`;

/** Precision of what is taken, recall of what is found, and both without what the matcher knows of names. */
function figuresOf(what: string, judge: (without: Without) => Judgement): Figure[] {
  const whole = judge({});
  const less: [string, Without][] = [
    ["without legal forms", { legalForms: true }],
    ["without domains", { domains: true }],
    ["without both", { legalForms: true, domains: true }],
  ];
  return [
    { what: `${what}: precision of matches`, value: whole.precision, unit: "", atLeast: 0.95, from: inWords(whole) },
    { what: `${what}: recall, questions to a person included`, value: whole.recallFound, unit: "", atLeast: 0.9 },
    { what: `${what}: recall without questions`, value: whole.recallTaken, unit: "", atLeast: 0.9 },
    ...less.flatMap(([how, without]): Figure[] => {
      const { precision, recallFound, recallTaken } = judge(without);
      const taken = `recall without questions ${recallTaken.toFixed(2)}, precision ${precision.toFixed(2)}`;
      return [{ what: `${what}, ${how}: recall`, value: recallFound, unit: "", from: taken }];
    }),
  ];
}

export const matching: Bench = {
  name: "matching",
  about: `${count} names of a file against ${count} actors, and how often the matcher is right`,
  onStage: false,
  async run() {
    const mentions = hasLandscapes() ? landscapeMentions() : [];
    const others = crowd();
    const actors = [...mentions.map(({ actor }) => actor), ...others].slice(0, count);
    const file = asFile(actors);
    let found = 0;
    // Processor time: one thread does it, and what else the machine does meanwhile is no part of it.
    const processor: number[] = [];
    const match = () => {
      const start = process.cpuUsage();
      const matcher = matcherWithout(actors, {});
      found = file.filter((named) => matcher.find(named) !== null).length;
      processor.push(process.cpuUsage(start).user / 1000);
    };
    const { whole } = await race({ whole: { run: match } }, { rounds: 3, warmUp: 1 });
    const figures: Figure[] = [
      {
        what: `${count} names against ${count} actors: processor time`,
        value: Math.min(...processor),
        unit: "ms",
        atMost: 3_000,
        from: `the best of 4, the index included; by the clock ${whole.min.toFixed(0)} ms; ${found} names have a proposal`,
      },
      ...figuresOf("pairs written by hand", judgeWrittenPairs),
    ];
    if (mentions.length === 0) return figures;
    return [...figures, ...figuresOf("organisations of landscapes", (without) => judgeLandscapes(without, others))];
  },
};
