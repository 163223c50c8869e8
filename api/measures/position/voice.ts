import type { ClaimRecord } from "../../../cypher/model/document.ts";
import { enumTable, type ValueOf } from "../../../cypher/model/enum-table.ts";

/** Voice: who speaks for what an actor does, and whether they agree. */
export const voices = enumTable("Voice", "Who says what an actor does, and whether they agree.", {
  SELF_REPORTED: { word: "Self-reported", description: "Only the actor itself says so." },
  CONFIRMED: { word: "Confirmed by others", description: "The actor says so, and others see about the same." },
  DISPUTED: { word: "Disputed by others", description: "The actor says so, and others see it differently." },
  BY_OTHERS: { word: "Reported by others only", description: "Only others say so." },
  ASSESSED: { word: "Our assessment only", description: "Only our own assessment says so." },
});

export type Voice = ValueOf<typeof voices>;

/**
 * Tolerance: up to this difference the actor's own extent and the mean of the others' agree; extents are stated in
 * tenths.
 */
const SAME_VIEW = 0.2 + 1e-9;

const isOwn = (claim: ClaimRecord): boolean => claim.by === claim.about;

/**
 * Voice of the claims about an actor in one activity. Our assessment counts as one more voice among the others
 * (docs/model.md, section 2). They also disagree where one says that the actor leads and another that it does not. Null
 * without claims.
 */
export function voiceOf(claims: readonly ClaimRecord[]): Voice | null {
  if (claims.length === 0) return null;
  const own = claims.find(isOwn);
  const others = claims.filter((claim) => claim !== own);
  if (!own) return others.some(({ by }) => by !== undefined) ? "BY_OTHERS" : "ASSESSED";
  if (others.length === 0) return "SELF_REPORTED";
  const seen = others.reduce((sum, { extent }) => sum + extent, 0) / others.length;
  const contradicts = others.some(
    ({ lead }) => typeof lead === "boolean" && typeof own.lead === "boolean" && lead !== own.lead,
  );
  return contradicts || Math.abs(own.extent - seen) > SAME_VIEW ? "DISPUTED" : "CONFIRMED";
}

/**
 * Voice of all claims about an actor: by its perception gap, since a single disputed activity does not dispute all of
 * them.
 */
export function voiceOfAll(claims: readonly ClaimRecord[], perceptionGap: number | null): Voice | null {
  if (!claims.some(isOwn)) return voiceOf(claims);
  if (perceptionGap === null) return "SELF_REPORTED";
  return perceptionGap > SAME_VIEW ? "DISPUTED" : "CONFIRMED";
}
