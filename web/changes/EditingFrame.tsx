import { Button } from "@mantine/core";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { type Command, useCommandRegistry, useRegisterEditing } from "../commands/command-registry.ts";
import { count } from "../shared/format.ts";
import { ConflictChoice } from "./ConflictChoice.tsx";
import { RefusedNotice } from "./RefusedNotice.tsx";
import { useChangeHistory, useChanges, useQueueState, useSource } from "./use-changes.ts";
import "./changes.css";

// The picker of sources comes with the inputs of fields.
const SourceBar = lazy(() => import("./SourceBar.tsx"));

/** How long it is shown what was undone or redone. */
const noticeMillis = 8_000;

/** Above every page, for a person who may change facts: what is not saved yet, conflicts, refusals, and the source. */
export default function EditingFrame({ ecosystem }: { ecosystem: string }) {
  const changes = useChanges(ecosystem);
  const { queue, history } = changes;
  const { waiting, trouble, isKept, conflicts, refused } = useQueueState(changes);
  const { past, future, trouble: undoTrouble } = useChangeHistory(changes);
  const source = useSource(changes);
  const [isChoosing, setChoosing] = useState(false);
  const [said, setSaid] = useState("");
  const { commands: ofPage } = useCommandRegistry();
  // The map has an undo of its own, which undoes facts too.
  const hasOwnUndo = ofPage.some(({ keys }) => keys === "mod+Z");
  const [undo, redo] = [past.at(-1)?.label, future[0]?.label];
  const editing = useMemo((): Command[] => {
    const step = (name: "undo" | "redo", verb: string, keys: string, label: string | undefined): Command => ({
      name: `facts ${name}`,
      label: label ? `${verb}: ${label}` : verb,
      group: "Editing",
      keys,
      run: () =>
        void changes[name]().then((isDone) =>
          setSaid(isDone ? `${verb === "Undo" ? "Undone" : "Redone"}: ${label ?? "the last change"}` : ""),
        ),
    });
    return [
      { name: "work from source", label: "Work from a source…", group: "Editing", run: () => setChoosing(true) },
      ...(hasOwnUndo ? [] : [step("undo", "Undo", "mod+Z", undo), step("redo", "Redo", "mod+shift+Z", redo)]),
    ];
  }, [changes, hasOwnUndo, undo, redo]);
  useRegisterEditing(editing);
  useEffect(() => {
    if (said === "") return;
    const timer = setTimeout(() => setSaid(""), noticeMillis);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <>
      {(source !== null || isChoosing) && (
        <Suspense>
          <SourceBar ecosystem={ecosystem} isChoosing={isChoosing} onChoosing={setChoosing} />
        </Suspense>
      )}
      {trouble !== null && waiting > 0 && (
        <div className="app-notice" role="status">
          <p>
            <strong>{count(waiting, "change is", "changes are")} not saved yet.</strong> {trouble}.{" "}
            {isKept
              ? `${waiting === 1 ? "It is" : "They are"} kept in this browser, also when you close the page, and sent when the connection is back.`
              : `This browser keeps ${waiting === 1 ? "it" : "them"} in this tab only: do not close it.`}
          </p>
          <Button size="compact-xs" variant="default" onClick={queue.again}>
            Try again
          </Button>
        </div>
      )}
      {conflicts.map((conflict) => (
        <ConflictChoice key={conflict.id} conflict={conflict} onChoose={(mine) => queue.resolve(conflict.id, mine)} />
      ))}
      {refused.map((one) => (
        <RefusedNotice key={one.group.id} refused={one} onDismiss={() => queue.dismiss(one.group.id)} />
      ))}
      {undoTrouble !== null && (
        <div className="app-notice" role="alert">
          <p>{undoTrouble}</p>
          <Button size="compact-xs" variant="default" onClick={history.dismissTrouble}>
            Dismiss
          </Button>
        </div>
      )}
      <p className="undo-notice" role="status">
        {said}
      </p>
    </>
  );
}
