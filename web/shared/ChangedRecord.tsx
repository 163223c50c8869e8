import { Link } from "@tanstack/react-router";
import type { ChangedKind } from "../graphql/schema-types.ts";
import { type ChangedField, changedFields, changeTypeOf } from "./changed-fields.ts";
import { recordKindWords } from "./words.ts";
import "./changed-record.css";

export interface ChangedRecordRow {
  kind: ChangedKind;
  label: string;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  /** Where it is now; null or absent where it is nowhere, or not yet. */
  node?: { id: string } | null;
}

/** One record that a change has changed, or would: its fields before and after. */
export function ChangedRecord({ ecosystem, record }: { ecosystem: string; record: ChangedRecordRow }) {
  const changeType = changeTypeOf(record);
  const fields = changedFields(record);
  const { kind, label, node } = record;
  return (
    <li>
      <p>
        <span className="tag">{changeType}</span>{" "}
        {node ? (
          <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ selected: node.id }}>
            <bdi>{label}</bdi>
          </Link>
        ) : (
          <bdi>{label}</bdi>
        )}{" "}
        <span className="quiet">{recordKindWords[kind].word}</span>
      </p>
      {changeType === "updated" ? (
        <Fields changeType={changeType} fields={fields} />
      ) : (
        <details>
          <summary>{changeType === "removed" ? "Fields before removal" : "Fields"}</summary>
          <Fields changeType={changeType} fields={fields} />
        </details>
      )}
    </li>
  );
}

/** Field values: before → after for an update, struck out where the value was cleared; otherwise the value itself. */
function Fields({ changeType, fields }: { changeType: string; fields: readonly ChangedField[] }) {
  return (
    <dl className="facts">
      {fields.map(({ name, was, is }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {was !== null && <bdi className={changeType === "updated" && is === null ? "was" : undefined}>{was}</bdi>}
            {was !== null && is !== null && " → "}
            {is !== null && <bdi>{is}</bdi>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
