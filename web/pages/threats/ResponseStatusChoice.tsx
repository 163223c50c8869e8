import { useState } from "react";
import type { Fields, ReadRecord } from "../../changes/record-edits.ts";
import { submitForm } from "../../changes/submit-form.ts";
import { useChanges, useFieldsNow } from "../../changes/use-changes.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import type { RecordRow } from "../../shared/records.graphql.ts";
import { type ResponseStatus, responseWords } from "../../shared/words.ts";

const statuses = Object.keys(responseWords) as ResponseStatus[];

/** The status of a response, changed with one click; the one that waits to be stored is shown meanwhile. */
export default function ResponseStatusChoice({ ecosystem, response }: { ecosystem: string; response: RecordRow }) {
  const { key, version, label: name } = response;
  // data is JSON in the schema: an object of the record's fields.
  const data = response.data as Fields;
  const record: ReadRecord = { kind: "RESPONSES", key, version, data };
  const changes = useChanges(ecosystem);
  const { fields } = useFieldsNow(changes, record);
  const [trouble, setTrouble] = useState<string | null>(null);
  // As the document's default has it.
  const now = fields.status ?? "DONE";
  const choose = async (status: ResponseStatus) => {
    if (status === now) return;
    setTrouble(null);
    const label = `Response “${name}”: ${responseWords[status].toLowerCase()}`;
    const outcome = await submitForm(changes, [{ does: "update", record, fields: { status } }], { label });
    if (outcome.kind === "refused") setTrouble(inSentences(outcome.issues));
  };
  return (
    <fieldset className="status-choice">
      <legend className="unseen">Status of {name}</legend>
      {statuses.map((status) => (
        <button key={status} type="button" aria-pressed={status === now} onClick={() => void choose(status)}>
          {responseWords[status]}
        </button>
      ))}
      {trouble && <p role="alert">The status could not be changed. {trouble}</p>}
    </fieldset>
  );
}
