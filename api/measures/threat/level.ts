import { enumTable, type ValueOf, valuesOf } from "../../../cypher/model/enum-table.ts";
import { wholePoints } from "../../shared/format.ts";

/** Levels of a threat, lowest first, with their thresholds in points of 100 (docs/model.md, section 5). */
export const threatLevels = enumTable(
  "ThreatLevel",
  "Of the threat in whole points of 100, as it is shown: LOW < 10 <= MODERATE < 25 <= HIGH < 50 <= SEVERE.",
  {
    LOW: { from: 0, word: "Low", description: "A threat below 10 of 100." },
    MODERATE: { from: 10, word: "Moderate", description: "A threat from 10 to below 25 of 100." },
    HIGH: { from: 25, word: "High", description: "A threat from 25 to below 50 of 100." },
    SEVERE: { from: 50, word: "Severe", description: "A threat of 50 of 100 or more." },
  },
);

export type ThreatLevel = ValueOf<typeof threatLevels>;

const highestFirst = valuesOf(threatLevels).toReversed();

/** Level of a threat of 0..1, by the number as shown. */
export const levelOf = (threat: number): ThreatLevel =>
  highestFirst.find((level) => wholePoints(threat) >= threatLevels.values[level].from)!;

/** The least threat that is shown with a level: scores are shown in whole points, half up. */
export const lowestOf = (level: ThreatLevel): number => Math.max(0, threatLevels.values[level].from - 0.5) / 100;

/** The level of a threat as a word in a sentence. */
export const levelInWords = (threat: number): string => threatLevels.values[levelOf(threat)].word.toLowerCase();

/** "low", and "low, could be high" where the upper bound has another level. */
export const levelsInWords = (threat: number, high: number): string =>
  levelOf(threat) === levelOf(high) ? levelInWords(threat) : `${levelInWords(threat)}, could be ${levelInWords(high)}`;
