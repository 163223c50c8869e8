import type { ActorName } from "../../shared/names.graphql.ts";

/** Who says what an actor marker or a position rests on. */
export type Voice = "own" | "agreed" | "differing" | "others" | "assessed";

/** As the legend says it, in its order. */
export const voiceWords: Record<Voice, string> = {
  own: "Self-reported",
  agreed: "Confirmed by others",
  differing: "Disputed by others",
  others: "Reported by others only",
  assessed: "Our assessment only",
};

interface ClaimLike {
  /** Null: our own assessment. */
  by: Pick<ActorName, "id"> | null;
  about: Pick<ActorName, "id">;
  extent: number;
  lead: boolean | null;
}

/** Up to so far apart own extent and the mean of the others' are the same view; extents are told in tenths. */
const sameView = 0.2;

/**
 * Who speaks of an actor's part in one activity: itself alone, with others (our assessment is one more voice, model.md
 * section 2) who see about the same or see it otherwise, or only others. They differ too where one says that it leads
 * and another that it does not.
 */
export function voiceOf(claims: readonly ClaimLike[]): Voice {
  const own = claims.find(({ by, about }) => by?.id === about.id);
  const others = claims.filter((claim) => claim !== own);
  if (!own) return others.some(({ by }) => by !== null) ? "others" : "assessed";
  if (others.length === 0) return "own";
  const seen = others.reduce((sum, { extent }) => sum + extent, 0) / others.length;
  const contradicts = others.some(({ lead }) => lead !== null && own.lead !== null && lead !== own.lead);
  return contradicts || Math.abs(own.extent - seen) > sameView + 1e-9 ? "differing" : "agreed";
}

/** The same of all that is claimed about an actor: one activity in which others differ does not make all of it so. */
export function voiceOfAll(claims: readonly ClaimLike[], perceptionGap: number | null): Voice {
  if (!claims.some(({ by, about }) => by?.id === about.id)) return voiceOf(claims);
  if (perceptionGap === null) return "own";
  return perceptionGap > sameView + 1e-9 ? "differing" : "agreed";
}
