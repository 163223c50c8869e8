import { refsOf, refTo } from "../../../shared/record-ref.ts";
import { adopts, commonInitiatives } from "../../../time/facts.ts";
import { exactly } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineDamper } from "../damper.ts";
import { focalName } from "../focal-view.ts";
import type { RivalView } from "../rival-view.ts";
import { subjectKey, termsInWords } from "../term.ts";

const INITIATIVE_FACTOR = 0.7;
const PARTNERSHIP_FACTOR = 0.7;
const STANDARD_FACTOR = 0.9;
const STANDARDS_FLOOR = 0.7;

const partnershipsOf = ({ focal: { facts, focal }, actor }: RivalView) =>
  facts.partnerships.get(focal)?.get(actor.key) ?? [];

/** Ties of the rival and the focal firm to the same ecosystem. */
function tiesOf(rival: RivalView) {
  const { focal, facts } = rival.focal;
  const { key } = rival.actor;
  return {
    initiatives: commonInitiatives(facts, focal, key),
    partnerships: partnershipsOf(rival),
    standards: [...(facts.adoptions.get(key)?.keys() ?? [])].filter(
      (standard) =>
        facts.standards.get(standard)?.status === "PUBLISHED" &&
        adopts(facts, focal, standard) &&
        adopts(facts, key, standard),
    ),
  };
}

const leftByStandards = (count: number): number => Math.max(STANDARDS_FLOOR, STANDARD_FACTOR ** count);

export const ecosystemTies = defineDamper({
  kind: "ECOSYSTEM_TIES",
  name: "Ecosystem ties",
  phrase: "the ties in the ecosystem",
  description: "How strongly common initiatives, partnership and standards bind the rival to the focal firm.",
  question: "How strongly do common initiatives, partnership and standards bind it to us?",
  needs: "common initiatives, partnerships and standards that both adopt",
  whenUnknown: 0,
  inputs: ({ focal: { facts, focal }, actor }) => [
    facts.adoptions.get(focal),
    facts.adoptions.get(actor.key),
    facts.initiativesOf.get(focal),
    facts.initiativesOf.get(actor.key),
    facts.partnerships.get(focal),
    facts.standards,
  ],
  // Factor of the threat that remains after each kind of tie.
  measure: (rival) => {
    const { initiatives, partnerships, standards } = tiesOf(rival);
    const leftByPartnership = partnerships.length > 0 ? PARTNERSHIP_FACTOR : 1;
    return exactly(1 - INITIATIVE_FACTOR ** initiatives.length * leftByPartnership * leftByStandards(standards.length));
  },
  // Ties multiply; each term's share goes by its logarithm, so that shares add up to the value.
  terms: (rival, value) => {
    const { focal, facts } = rival.focal;
    const { key, name } = rival.actor;
    const { initiatives, partnerships, standards } = tiesOf(rival);
    const ties = [
      ...initiatives.map((it) => ({
        label: it.name,
        subjects: [refTo("initiatives", it.key)],
        size: -Math.log(INITIATIVE_FACTOR),
        facts: [it],
      })),
      ...partnerships.slice(0, 1).map(() => ({
        label: `Partnership with ${name}`,
        subjects: [refTo("actors", focal), refTo("actors", key)],
        size: -Math.log(PARTNERSHIP_FACTOR),
        facts: partnerships,
      })),
      ...standards.map((standard) => ({
        label: facts.standards.get(standard)!.name,
        subjects: [refTo("standards", standard)],
        size: -Math.log(leftByStandards(standards.length)) / standards.length,
        facts: [
          facts.adoptions.get(focal)?.get(standard),
          facts.adoptions.get(key)?.get(standard),
          facts.standards.get(standard),
        ],
      })),
    ];
    const whole = ties.reduce((sum, { size }) => sum + size, 0);
    return ties.map(({ label, subjects, size, facts: read }) => ({
      label,
      subjects,
      share: (value * size) / whole,
      evidence: evidenceOf(read),
    }));
  },
  reads: (rival, term) => {
    const { focal, facts } = rival.focal;
    const standard = subjectKey(term, "standards");
    if (standard !== undefined) {
      const ends = [focal, rival.actor.key];
      return refsOf(
        "adoptions",
        ends.flatMap((end) => facts.adoptions.get(end)?.get(standard) ?? []),
      );
    }
    return subjectKey(term, "initiatives") === undefined ? refsOf("relations", partnershipsOf(rival)) : [];
  },
  sentence: (value, largest, { focal }) => `It is tied to ${focalName(focal)} (${value}) by ${termsInWords(largest)}`,
});
