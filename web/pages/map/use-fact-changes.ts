import { useEffect, useMemo, useState } from "react";
import { useClient } from "urql";
import type { HistoryState } from "../../changes/change-history.ts";
import type { RecordChanges } from "../../changes/record-changes.ts";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import type { OlderCommands, UndoActions } from "./use-undo-history.ts";

/** This tab's changes of facts, once their part of the page is loaded; null until then, and for a person who may not change them here. */
export function useFactChanges(ecosystem: string): RecordChanges | null {
  const client = useClient();
  const mayEdit = useMayEdit();
  const [changes, setChanges] = useState<RecordChanges | null>(null);
  useEffect(() => {
    if (!mayEdit) return;
    let isCurrent = true;
    void import("../../changes/use-changes.ts").then(({ changesOf }) => {
      if (isCurrent) setChanges(changesOf(client, ecosystem));
    });
    return () => {
      isCurrent = false;
    };
  }, [client, ecosystem, mayEdit]);
  return mayEdit ? changes : null;
}

/** Changes of facts that were made before the map was opened: undone when nothing is left of the map's own history. */
export function useOlderCommands(changes: RecordChanges | null): OlderCommands | null {
  const [state, setState] = useState<HistoryState | null>(null);
  useEffect(() => {
    if (!changes) return;
    const read = () => setState(changes.history.state);
    read();
    return changes.history.subscribe(read);
  }, [changes]);
  return useMemo(
    () =>
      changes && {
        undo: state?.past.at(-1)?.label ?? null,
        redo: state?.future[0]?.label ?? null,
        step: (which) => changes[which](),
      },
    [changes, state],
  );
}

/** Records changes of facts as commands of the map, in order with all others. */
export function useRecordedChanges(changes: RecordChanges | null, record: UndoActions["record"]): void {
  useEffect(
    () => changes?.onStored((label) => record({ label, undo: changes.undo, redo: changes.redo })),
    [changes, record],
  );
}
