import { compareText } from "../../shared/order.ts";
import { daysBetween } from "../../time/dates.ts";
import type { FocalView } from "./focal-view.ts";
import type { RivalView } from "./rival-view.ts";

/** How the focal firm answers: moves by key, days; null when nothing was answered or no activity compares. */
export interface Responses {
  /** Oldest first, then by key. */
  unansweredMoves: string[];
  medianResponseDays: number | null;
  firstMoverShare: number | null;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The day of the first move of any of the actors on each activity; EXIT is no entry. */
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

/** Unanswered moves, days to answer, and how often the focal firm moved first. Source: model.md section 5, Responses. */
export function responses(view: FocalView, rivals: readonly RivalView[]): Responses {
  const unanswered: { key: string; date: string }[] = [];
  const days: number[] = [];
  for (const rival of rivals) {
    for (const { move, relevance } of rival.moves) {
      if (!(relevance > 0)) continue;
      const answers = (view.facts.responsesTo.get(move.key) ?? [])
        .filter((response) => response.actor === view.focal && response.status !== "PLANNED")
        .map((response) => response.date)
        .sort(compareText);
      if (answers[0] === undefined) unanswered.push(move);
      else days.push(daysBetween(move.date, answers[0]));
    }
  }
  return {
    unansweredMoves: unanswered
      .sort((a, b) => compareText(a.date, b.date) || compareText(a.key, b.key))
      .map((move) => move.key),
    medianResponseDays: median(days),
    firstMoverShare: firstMoverShare(view, rivals),
  };
}
