import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { RecordEdit } from "../../changes/record-edits.ts";
import { submitForm } from "../../changes/submit-form.ts";
import { useChanges } from "../../changes/use-changes.ts";
import { DayInput } from "../../shared/DayInput.tsx";
import { describedKind } from "../../shared/described-records.ts";
import { formatDate, today } from "../../shared/format.ts";
import { onEscape } from "../../shared/on-escape.ts";
import type { EditedRecord } from "./edited-record.ts";

interface Props {
  record: Omit<EditedRecord, "references" | "onAdd">;
  /** Whether it begins with ending it. */
  ends: boolean;
  onDone(): void;
}

/** Ends a fact on a day, or deletes a record after telling what would go with it. */
export function RemoveRecord({ record, ends, onDone }: Props) {
  const { ecosystem, kind, label, onSelect } = record;
  const { singular, isFact } = describedKind(kind);
  const [isEnding, setEnding] = useState(ends);
  const [day, setDay] = useState(today());
  const [trouble, setTrouble] = useState<string | null>(null);
  /** What refers to the record, in the API's words: it can go with it. */
  const [referring, setReferring] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const changes = useChanges(ecosystem);

  useEffect(() => {
    if (!isEnding) button.current?.focus();
  }, [isEnding]);

  const run = async (edit: RecordEdit, words: string) => {
    setBusy(true);
    setTrouble(null);
    const outcome = await submitForm(changes, [edit], { label: words });
    setBusy(false);
    if (outcome.kind !== "refused") {
      onDone();
      if (edit.does === "delete" && outcome.kind === "stored") onSelect(null);
      return;
    }
    const message = outcome.issues.map((issue) => issue.message).join(" ");
    if (edit.does === "delete" && !edit.withReferring && outcome.issues.every(({ code }) => code === "REFERRED_TO"))
      setReferring(message);
    else setTrouble(message);
  };
  const remove = (withReferring: boolean) =>
    void run({ does: "delete", record, withReferring }, `Delete ${singular} ${label}`);

  return (
    <form
      className="record-form"
      aria-label={isEnding ? `End ${singular}` : `Delete ${singular}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isEnding) void run({ does: "end", record, validTo: day }, `End ${singular} ${label}`);
        else remove(referring !== null);
      }}
      onKeyDown={onEscape(onDone)}
    >
      <h3>
        {isEnding ? "End" : "Delete"} <bdi>{label}</bdi>
      </h3>
      {isEnding ? (
        <DayInput
          size="xs"
          label="No longer valid from"
          description={`${formatDate(day)}. It stays in the record of earlier dates.`}
          value={day}
          autoFocus
          onDay={(next) => next && setDay(next)}
        />
      ) : (
        <p className="form-note">
          {referring ??
            `The ${singular} will no longer be there on any date; the change log keeps it, and it can be undone.`}
        </p>
      )}
      {trouble && <p role="alert">{trouble}</p>}
      <footer>
        <Button ref={button} size="xs" type="submit" loading={isBusy} className={isEnding ? undefined : "danger"}>
          {isEnding ? "End" : referring ? "Delete with what refers to it" : "Delete"}
        </Button>
        {!isEnding && isFact && referring && (
          <Button size="xs" variant="default" onClick={() => setEnding(true)}>
            End instead
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
          Cancel
        </Button>
      </footer>
    </form>
  );
}
