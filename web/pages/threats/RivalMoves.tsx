import { count } from "../../shared/format.ts";
import { Moves } from "./Moves.tsx";
import type { Move } from "./threats.graphql.ts";

/** Expandable list of a rival's moves. */
export function RivalMoves({ moves }: { moves: Move[] }) {
  return (
    <details className="rival-moves">
      <summary>{count(moves.length, "move")}</summary>
      <Moves moves={moves} />
    </details>
  );
}
