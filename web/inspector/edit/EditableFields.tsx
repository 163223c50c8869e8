import { type ReactNode, useState } from "react";
import { useChanges, useFieldsNow } from "../../changes/use-changes.ts";
import { isEmpty } from "../../fields/field-problem.ts";
import { editableFields } from "../../fields/form-fields.ts";
import { noteLabel } from "../../fields/record-labels.ts";
import { readDraft } from "../../fields/use-draft.ts";
import { type DescribedField, referredKind } from "../../shared/described-records.ts";
import { safeHref } from "../../shared/safe-link.ts";
import { Fact } from "../Fact.tsx";
import { RecordLinks } from "../RecordLinks.tsx";
import { draftOfField, EditableField } from "./EditableField.tsx";
import type { EditedRecord } from "./edited-record.ts";

/** All fields of a record, each edited where it is read; those that are not recorded wait in one line. */
export function EditableFields({ record }: { record: EditedRecord }) {
  const { ecosystem, kind } = record;
  const [opened, setOpened] = useState<string | null>(null);
  const { fields: now } = useFieldsNow(useChanges(ecosystem), record);
  const all = editableFields(kind).filter(({ name, to }) => name !== "key" && to !== "evidence");
  const isShown = (field: DescribedField) =>
    field.isRequired ||
    field.default !== undefined ||
    !isEmpty(now[field.name]) ||
    field.name === opened ||
    readDraft(draftOfField(record, field.name)) !== null;
  const unset = all.filter((field) => !isShown(field));
  return (
    <>
      <dl className="facts editable-facts">
        {all.filter(isShown).map((field) => (
          <EditableField
            key={field.name}
            record={record}
            field={field}
            startsOpen={field.name === opened}
            onClose={() => setOpened(null)}
          >
            {linksOf(record, field)}
          </EditableField>
        ))}
        {typeof record.data.key === "string" && <Fact name="Key" value={record.data.key} />}
      </dl>
      {unset.length > 0 && (
        <p className="quiet unset-fields">
          <span>Not recorded:</span>
          {unset.map(({ name, label }) => (
            <button key={name} type="button" className="text-button" onClick={() => setOpened(name)}>
              {label}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

/** References and addresses are links to what they name; other values are text. */
function linksOf({ ecosystem, references, data, onSelect }: EditedRecord, field: DescribedField): ReactNode {
  const value = data[field.name];
  if (field.type === "url" && typeof value === "string") {
    const href = safeHref(value);
    return href ? (
      <a href={href} target="_blank" rel="noreferrer noopener">
        {value}
      </a>
    ) : undefined;
  }
  const named = references.filter((reference) => reference.field === field.name);
  if (named.length === 0 || !field.to) return undefined;
  const keys = Array.isArray(value) ? (value as string[]) : [value as string];
  for (const [at, { label }] of named.entries())
    if (keys[at] !== undefined) noteLabel(ecosystem, referredKind(field), keys[at], label);
  return <RecordLinks records={named.map(({ label, node }) => ({ id: node.id, name: label }))} onSelect={onSelect} />;
}
