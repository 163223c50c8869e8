import { percent } from "../../../shared/format.ts";
import { refsOf, refTo } from "../../../shared/record-ref.ts";
import { KNOWN_THAT } from "../../position/position.ts";
import { exactly } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineFactor } from "../factor.ts";
import { focalName } from "../focal-view.ts";
import type { RivalView } from "../rival-view.ts";

const rivalriesWith = ({ focal: { facts, focal }, actor }: RivalView) =>
  facts.rivalries.get(focal)?.get(actor.key) ?? [];

const confidencesOf = (rival: RivalView) => rivalriesWith(rival).map((it) => rival.focal.facts.confidenceOf(it));

/** Stated rivalry: the confidence that the two compete. */
export const statedRivalry = defineFactor({
  kind: "STATED_RIVALRY",
  name: "Stated rivalry",
  phrase: "stated rivalry",
  description: "How sure it is that the rival and the focal firm are said to compete.",
  question: "Is it said to compete with us?",
  needs: "who is said to compete with the focal firm; without any it is 0",
  defaultWeight: 0.1,
  inputs: ({ focal: { facts, focal }, actor }) => [facts.rivalries.get(focal)?.get(actor.key), facts.confidenceOf],
  measure: (rival) => {
    const confidences = confidencesOf(rival);
    if (confidences.length === 0) return exactly(0);
    const highest = (unknown: number) => Math.max(...confidences.map((it) => it ?? unknown));
    return { value: highest(KNOWN_THAT), low: highest(0), high: highest(1) };
  },
  terms: (rival, value) => {
    const stated = rivalriesWith(rival);
    if (stated.length === 0) return [];
    const { focal, actor } = rival;
    return [
      {
        label: `Rivalry with ${actor.name}`,
        subjects: [refTo("actors", focal.focal), refTo("actors", actor.key)],
        share: value,
        evidence: evidenceOf(stated),
      },
    ];
  },
  reads: (rival) => refsOf("relations", rivalriesWith(rival)),
  sentence: (value, _largest, rival) => {
    const unknown = confidencesOf(rival).every((it) => it === undefined);
    const sure = unknown ? `its confidence is unknown and counts as ${percent(KNOWN_THAT)}` : `confidence ${value}`;
    return `It is said to compete with ${focalName(rival.focal)} (${sure}): that makes`;
  },
});
