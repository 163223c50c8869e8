import type { ResponseRecord } from "../../../cypher/model/document.ts";
import { compareText } from "../../shared/order.ts";
import { daysBetween } from "../../time/dates.ts";
import { median } from "../scoring/median.ts";
import type { FocalView } from "./focal-view.ts";
import type { RivalView } from "./rival-view.ts";

/** A rival's move that counts, with the focal firm's response. Keys of records. */
export interface CountedMove {
  move: string;
  /** First response beyond a plan; null: unanswered. */
  response: string | null;
  /** Earliest planned response to an unanswered move; null without one. */
  planned: string | null;
  /** Days from the move to the response, or to the day of the assessment while it is unanswered. */
  days: number;
}

/** Responses of the focal firm: moves by key, days; null when no move was answered or no activity is comparable. */
export interface Responses {
  /** Unanswered moves first, oldest first; then the answered ones, latest first. */
  countedMoves: CountedMove[];
  /** Oldest first, then by key. */
  unansweredMoves: string[];
  medianResponseDays: number | null;
  firstMoverShare: number | null;
}

/** Day of the first move of any of the actors on each activity; an EXIT does not count. */
function firstMoves(view: FocalView, actors: Iterable<string>): Map<string, string> {
  const first = new Map<string, string>();
  for (const actor of actors) {
    for (const move of view.facts.movesBy.get(actor) ?? []) {
      if (move.type === "EXIT") continue;
      for (const activity of move.activities) {
        const before = first.get(activity);
        if (before === undefined || move.date < before) first.set(activity, move.date);
      }
    }
  }
  return first;
}

function firstMoverShare(view: FocalView, rivals: readonly RivalView[]): number | null {
  const ours = firstMoves(view, [view.focal]);
  const theirs = firstMoves(
    view,
    rivals.map(({ actor }) => actor.key),
  );
  const both = [...ours].filter(([activity]) => theirs.has(activity));
  if (both.length === 0) return null;
  return both.filter(([activity, day]) => day < theirs.get(activity)!).length / both.length;
}

const byDate = (a: ResponseRecord, b: ResponseRecord): number =>
  compareText(a.date, b.date) || compareText(a.key, b.key);

/**
 * Moves with their responses, days to answer, and how often the focal firm moved first. Source: docs/model.md, section
 * 5, Responses.
 */
export function responses(view: FocalView, rivals: readonly RivalView[]): Responses {
  const unanswered: (CountedMove & { date: string })[] = [];
  const answered: (CountedMove & { date: string })[] = [];
  for (const rival of rivals) {
    for (const { move, relevance } of rival.moves) {
      if (!(relevance > 0)) continue;
      const ours = (view.facts.responsesTo.get(move.key) ?? [])
        .filter((response) => response.actor === view.focal)
        .sort(byDate);
      const first = ours.find((response) => response.status !== "PLANNED");
      (first ? answered : unanswered).push({
        move: move.key,
        date: move.date,
        response: first?.key ?? null,
        planned: first ? null : (ours[0]?.key ?? null),
        days: daysBetween(move.date, first?.date ?? view.facts.asOf),
      });
    }
  }
  const oldestFirst = (a: CountedMove & { date: string }, b: CountedMove & { date: string }) =>
    compareText(a.date, b.date) || compareText(a.move, b.move);
  unanswered.sort(oldestFirst);
  answered.sort((a, b) => compareText(b.date, a.date) || compareText(a.move, b.move));
  return {
    countedMoves: [...unanswered, ...answered].map(({ move, response, planned, days }) => ({
      move,
      response,
      planned,
      days,
    })),
    unansweredMoves: unanswered.map(({ move }) => move),
    medianResponseDays: median(answered.map(({ days }) => days)),
    firstMoverShare: firstMoverShare(view, rivals),
  };
}
