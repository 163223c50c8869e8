import type { ReactNode } from "react";
import { EvidenceList } from "../../shared/EvidenceList.tsx";
import { formatDate } from "../../shared/format.ts";
import { moveWords } from "../../shared/words.ts";
import type { Move } from "./threats.graphql.ts";

/** List of moves with the activities that they affect and their evidence. @param answer the response shown beside each */
export function Moves({ moves, answer }: { moves: readonly Move[]; answer?: (move: Move) => ReactNode }) {
  return (
    <ol className="moves" data-answered={answer !== undefined}>
      {moves.map((move) => (
        <li key={move.id}>
          <time dateTime={move.date}>{formatDate(move.date)}</time>
          <div>
            <p>
              <strong>{move.actor.name}</strong> {move.title}
            </p>
            <p className="quiet">
              {moveWords[move.type]}, impact {move.impact} of 5
              {move.activities.length > 0 && `, affects ${move.activities.map((activity) => activity.name).join(", ")}`}
            </p>
            <EvidenceList evidence={move.evidence} />
          </div>
          {answer && <div className="move-answer">{answer(move)}</div>}
        </li>
      ))}
    </ol>
  );
}
