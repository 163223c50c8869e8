import { dayNumber } from "../../map/model/time/days.ts";
import { inForceStatuses } from "../../shared/in-force-status.ts";
import type { RecordRow } from "../../shared/records.graphql.ts";
import type { Move, ThreatAssessment } from "./threats.graphql.ts";

/** Response record, with the fields of the document. */
export interface Response {
  key: string;
  move: string;
  actor: string;
  date: string;
  title?: string;
  /** DONE when absent. */
  status?: "PLANNED" | "UNDER_WAY" | "DONE" | "DECLINED";
  reason?: string;
}

export interface AnsweredMove {
  move: Move;
  isUnanswered: boolean;
  /** The first response that is more than planned; null when there is none, or it is not loaded. */
  answer: { response: Response; record: string; days: number } | null;
  /** A planned response to a move that is still unanswered. */
  planned: Response | null;
}

/**
 * The rivals' moves that count (those with a share in momentum), each with our response; the API says which are
 * unanswered. Unanswered moves first, oldest first; then the answered ones, newest first. Source: model.md section 5, Responses.
 */
export function movesWithAnswers(
  { rivals, unansweredMoves, focal, asOf }: Pick<ThreatAssessment, "rivals" | "unansweredMoves" | "focal" | "asOf">,
  responses: readonly RecordRow[],
): AnsweredMove[] {
  const unanswered = new Set(unansweredMoves.map(({ id }) => id));
  const counted = new Set(
    rivals.flatMap(({ factors }) =>
      factors
        .filter(({ kind }) => kind === "MOMENTUM")
        .flatMap(({ terms }) => terms.filter(({ share }) => share > 0))
        .flatMap(({ subjects }) => subjects.map(({ id }) => id)),
    ),
  );
  const moves = new Map([...rivals.flatMap((rival) => rival.moves), ...unansweredMoves].map((move) => [move.id, move]));
  const statuses = inForceStatuses("RESPONSES", responses, asOf);
  const ours = responses
    .filter(({ id, data }) => data.actor === focal.key && statuses.get(id) === "IN_FORCE")
    .map(({ id, data }) => ({ record: id, response: data as unknown as Response }))
    .sort((a, b) => (a.response.date + a.response.key < b.response.date + b.response.key ? -1 : 1));
  return [...moves.values()]
    .filter(({ id }) => counted.has(id) || unanswered.has(id))
    .map((move): AnsweredMove => {
      const isUnanswered = unanswered.has(move.id);
      const to = ours.filter(({ response }) => response.move === move.key);
      const first = isUnanswered ? undefined : to.find(({ response }) => response.status !== "PLANNED");
      return {
        move,
        isUnanswered,
        answer: first ? { ...first, days: dayNumber(first.response.date) - dayNumber(move.date) } : null,
        planned: (isUnanswered && to[0]?.response) || null,
      };
    })
    .sort((a, b) =>
      a.isUnanswered !== b.isUnanswered
        ? Number(b.isUnanswered) - Number(a.isUnanswered)
        : (a.isUnanswered ? 1 : -1) * (a.move.date < b.move.date ? -1 : a.move.date > b.move.date ? 1 : 0),
    );
}
