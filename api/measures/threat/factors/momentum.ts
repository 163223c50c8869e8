import { refOf, refTo } from "../../../shared/record-ref.ts";
import { exactly } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineFactor } from "../factor.ts";
import { focalName, readOfFocal } from "../focal-view.ts";
import type { RivalView } from "../rival-view.ts";
import { subjectKey, termsInWords } from "../term.ts";

const exponentOf = ({ moves }: RivalView): number => moves.reduce((sum, { exponent }) => sum + exponent, 0);

export const momentum = defineFactor({
  kind: "MOMENTUM",
  name: "Momentum",
  phrase: "the momentum of its moves",
  description: "How strongly the rival has lately moved into what the focal firm does.",
  question: "How strongly has it lately moved into what we do?",
  needs: "the rival's moves; without any it is 0",
  defaultWeight: 0.15,
  inputs: ({ moves }) => (moves.length === 0 ? [] : null),
  measure: (rival) => exactly(1 - 2 ** -exponentOf(rival)),
  terms: (rival, value) => {
    const total = exponentOf(rival);
    return rival.moves
      .filter(({ exponent }) => exponent > 0)
      .map(({ move, exponent }) => ({
        label: move.title,
        subjects: [refTo("moves", move.key)],
        share: (value * exponent) / total,
        evidence: evidenceOf([move]),
      }));
  },
  reads: ({ focal, moves }, term) => {
    const counted = moves.find(({ move }) => move.key === subjectKey(term, "moves"));
    if (!counted) return [];
    return [
      refOf("moves", counted.move),
      ...counted.move.activities.flatMap((activity) => readOfFocal(focal, activity)),
    ];
  },
  sentence: (value, largest, { focal }) =>
    `The momentum of its moves into what ${focalName(focal)} does is ${value}, above all from ${termsInWords(largest)}: that makes`,
});
