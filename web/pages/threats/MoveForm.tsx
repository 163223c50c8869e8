import { lazy, Suspense } from "react";
import { noteLabel } from "../../fields/record-labels.ts";
import { Loading } from "../../shared/States.tsx";

const RecordForm = lazy(() => import("../../fields/RecordForm.tsx"));

interface Props {
  ecosystem: string;
  /** Who made the move; null where the person says. */
  actor: { key: string; name: string } | null;
  /** The day that the page shows. */
  day: string;
  /** @param said as of RecordForm */
  onDone(said: string | null): void;
  onCancel(): void;
}

const shown = ["title", "type", "date", "activities", "impact", "evidence"];

export const moveDraft = (ecosystem: string, actor: string | null): string =>
  `${ecosystem} threats move${actor === null ? "" : ` ${actor}`}`;

/** Form of a move of a rival. */
export function MoveForm({ ecosystem, actor, day, onDone, onCancel }: Props) {
  if (actor) noteLabel(ecosystem, "ACTORS", actor.key, actor.name);
  return (
    <Suspense fallback={<Loading rows={4} />}>
      <RecordForm
        ecosystem={ecosystem}
        kind="MOVES"
        title={actor ? `Log a move of ${actor.name}` : "Log a move"}
        shown={actor ? shown : ["actor", ...shown]}
        preset={{ date: day, ...(actor && { actor: actor.key }) }}
        draftName={moveDraft(ecosystem, actor?.key ?? null)}
        verb="Logged"
        onDone={onDone}
        onCancel={onCancel}
      />
    </Suspense>
  );
}
