import { refTo } from "../../../shared/record-ref.ts";
import { refsOfExtent } from "../../position/position.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { defineFactor } from "../factor.ts";
import { focalName, readOfFocal } from "../focal-view.ts";
import { subjectKey, type ThreatTerm, termsInWords } from "../term.ts";

export const overlap = defineFactor({
  kind: "OVERLAP",
  name: "Overlap",
  phrase: "the overlap with what we do",
  description: "How much of what the focal firm does the rival does too.",
  question: "How much of what we do does it do too?",
  needs:
    "a claim about the rival, by itself, by others or as our assessment, or an offering of it that lists activities",
  defaultWeight: 0.35,
  inputs: ({ overlap }) => [overlap],
  measure: ({ overlap }) => overlap,
  terms: ({ focal, extents }) => {
    const terms: ThreatTerm[] = [];
    for (const ours of focal.activities) {
      const theirs = extents.get(ours.activity);
      if (theirs === undefined || theirs.extent === 0) continue;
      terms.push({
        label: ours.name,
        subjects: [refTo("activities", ours.activity)],
        share: (ours.importance * Math.min(ours.extent, theirs.extent)) / focal.totalWeight,
        evidence: evidenceOf([...ours.read.read, ...theirs.read]),
      });
    }
    return terms;
  },
  reads: ({ focal, extents }, term) => {
    const activity = subjectKey(term, "activities")!;
    const theirs = extents.get(activity);
    return [...readOfFocal(focal, activity), ...(theirs ? refsOfExtent(theirs) : [])];
  },
  sentence: (value, largest, { focal }) =>
    `It does ${value} of what ${focalName(focal)} does, above all ${termsInWords(largest)}: that makes`,
});
