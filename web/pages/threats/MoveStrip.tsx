import { useId } from "react";
import { dayNumber } from "../../map/model/time/days.ts";
import { formatDate } from "../../shared/format.ts";
import type { CountedMove } from "./threats.graphql.ts";

/** Padding at either end in percent of the strip, so that no mark is cut. */
const margin = 1;

/** Timeline: moves above the line, our responses below it, each joined to its move. The list has the same as text. */
export function MoveStrip({ moves, asOf }: { moves: readonly CountedMove[]; asOf: string }) {
  const title = useId();
  if (moves.length < 2) return null;
  const days = moves.map(({ move }) => dayNumber(move.date));
  const from = Math.min(...days);
  const to = dayNumber(asOf);
  const at = (day: string) => margin + ((dayNumber(day) - from) / Math.max(1, to - from)) * (100 - 2 * margin);
  const first = moves.reduce((least, { move }) => (move.date < least ? move.date : least), asOf);
  return (
    <figure className="move-strip">
      <svg role="img" aria-labelledby={title} width="100%" height="64">
        <title id={title}>
          {`Moves and responses from ${formatDate(first)} to ${formatDate(asOf)}, as listed below`}
        </title>
        <line x1="0" x2="100%" y1="32" y2="32" className="strip-line" />
        {moves.map(({ move, response }) => (
          <g key={move.id}>
            {response && (
              <line x1={`${at(move.date)}%`} x2={`${at(response.date)}%`} y1="16" y2="48" className="strip-tie" />
            )}
            <circle cx={`${at(move.date)}%`} cy="16" r={3 + move.impact * 0.8} data-unanswered={response === null}>
              <title>{`${formatDate(move.date)}: ${move.actor.name} ${move.title}`}</title>
            </circle>
            {response && (
              <circle cx={`${at(response.date)}%`} cy="48" r="4" className="strip-answer">
                <title>{`${formatDate(response.date)}: ${response.title ?? "our response"}`}</title>
              </circle>
            )}
          </g>
        ))}
      </svg>
      <figcaption className="quiet">
        <span>{formatDate(first)}</span>
        <span className="strip-key">
          <i data-unanswered="false" /> answered move <i data-unanswered="true" /> unanswered move <i data-answer /> our
          response
        </span>
        <span>{formatDate(asOf)}</span>
      </figcaption>
    </figure>
  );
}
