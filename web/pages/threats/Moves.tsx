import type { ReactNode } from "react";
import { EvidenceList } from "../../shared/EvidenceList.tsx";
import { formatDate } from "../../shared/format.ts";
import { movesByYear } from "../../shared/moves-by-year.ts";
import { moveWords } from "../../shared/words.ts";
import type { Move } from "./threats.graphql.ts";

interface Props {
  moves: readonly Move[];
  /** Node ids of the moves that count and have no response. */
  unanswered: ReadonlySet<string>;
  /** The response shown beside each. */
  answer?: (move: Move) => ReactNode;
}

/** List of moves by year, each with the activities that it affects and its evidence. */
export function Moves({ moves, unanswered, answer }: Props) {
  return movesByYear(moves, ({ id }) => unanswered.has(id)).map(({ year, moves: ofYear }) => (
    <section key={year} className="moves-year" aria-label={`Moves of ${year}`}>
      <h3>{year}</h3>
      <ol className="moves" data-answered={answer !== undefined}>
        {ofYear.map((move) => (
          <li key={move.id} data-move={answer && move.key}>
            <time dateTime={move.date}>{formatDate(move.date)}</time>
            <div>
              <p>
                <strong>{move.actor.name}</strong> {move.title}
              </p>
              <p className="quiet">
                {moveWords[move.type]}, impact {move.impact} of 5
                {move.activities.length > 0 &&
                  `, affects ${move.activities.map((activity) => activity.name).join(", ")}`}
              </p>
              <EvidenceList evidence={move.evidence} />
            </div>
            {answer
              ? answer(move)
              : unanswered.has(move.id) && (
                  <p className="move-answer">
                    <span className="tag unanswered">Unanswered</span>
                  </p>
                )}
          </li>
        ))}
      </ol>
    </section>
  ));
}
