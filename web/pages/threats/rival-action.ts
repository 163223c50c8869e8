import { draftNames } from "../../fields/use-draft.ts";
import { moveDraft } from "./MoveForm.tsx";
import { responseDraft } from "./ResponseForm.tsx";
import { tagDraft } from "./tag.ts";
import type { Move, ThreatAssessment } from "./threats.graphql.ts";

/** What is opened beneath the row of a rival. */
export type RivalAction = "tag" | "response" | "move" | "evidence";

export interface OpenAction {
  /** Key of the rival. */
  rival: string;
  does: RivalAction;
}

const newestFirst = (a: Move, b: Move) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);

/** The move that a response is recorded on: the latest unanswered one, or the latest; null where there is none. */
export function moveToAnswer(moves: readonly Move[], unanswered: ReadonlySet<string>): Move | null {
  const latest = moves.toSorted(newestFirst);
  return latest.find(({ id }) => unanswered.has(id)) ?? latest[0] ?? null;
}

/** A form that was left open beneath a row: it is open again after a reload. */
export function leftOpen(ecosystem: string, assessment: ThreatAssessment): OpenAction | null {
  const { focal, rivals, countedMoves, unansweredMoves } = assessment;
  const isLeft = (name: string) => draftNames(name).includes("");
  // Their forms open in the list of moves.
  const listed = new Set(countedMoves.map(({ move }) => move.id));
  const unanswered = new Set(unansweredMoves.map(({ id }) => id));
  for (const { rival, moves } of rivals) {
    if (isLeft(tagDraft(ecosystem, focal.key, rival.key, "type"))) return { rival: rival.key, does: "tag" };
    if (isLeft(moveDraft(ecosystem, rival.key))) return { rival: rival.key, does: "move" };
    const move = moveToAnswer(moves, unanswered);
    if (move && !listed.has(move.id) && isLeft(responseDraft(ecosystem, move.key)))
      return { rival: rival.key, does: "response" };
  }
  return null;
}
