import { lazy, Suspense } from "react";
import { noteLabel } from "../../fields/record-labels.ts";
import { Loading } from "../../shared/States.tsx";
import type { Move } from "./threats.graphql.ts";

const RecordForm = lazy(() => import("../../fields/RecordForm.tsx"));

interface Props {
  ecosystem: string;
  /** The firm that responds. */
  focal: { key: string; name: string };
  move: Pick<Move, "key" | "title" | "date" | "actor">;
  /** The day that the page shows. */
  day: string;
  /** @param said as of RecordForm */
  onDone(said: string | null): void;
  onCancel(): void;
}

const shown = ["title", "status", "date", "reason", "evidence"];

export const responseDraft = (ecosystem: string, move: string): string => `${ecosystem} threats response ${move}`;

/** Form of our response to a move. */
export function ResponseForm({ ecosystem, focal, move, day, onDone, onCancel }: Props) {
  noteLabel(ecosystem, "MOVES", move.key, move.title);
  noteLabel(ecosystem, "ACTORS", focal.key, focal.name);
  return (
    <Suspense fallback={<Loading rows={4} />}>
      <RecordForm
        ecosystem={ecosystem}
        kind="RESPONSES"
        title={`Respond to ${move.actor.name}: ${move.title}`}
        shown={shown}
        preset={{ move: move.key, actor: focal.key, date: day < move.date ? move.date : day, status: "DONE" }}
        draftName={responseDraft(ecosystem, move.key)}
        verb="Response recorded"
        onDone={onDone}
        onCancel={onCancel}
      />
    </Suspense>
  );
}
