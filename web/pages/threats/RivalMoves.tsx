import { count } from "../../shared/format.ts";
import { Moves } from "./Moves.tsx";
import type { Move } from "./threats.graphql.ts";

interface Props {
  moves: readonly Move[];
  /** Node ids of the moves that count and have no response. */
  unanswered: ReadonlySet<string>;
}

/** Expandable list of a rival's moves. */
export function RivalMoves({ moves, unanswered }: Props) {
  return (
    <details className="rival-moves">
      <summary>{count(moves.length, "move")}</summary>
      <Moves moves={moves} unanswered={unanswered} />
    </details>
  );
}
