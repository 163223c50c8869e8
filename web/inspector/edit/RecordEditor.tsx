import { Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { type Fields, isKeyed, type ReadRecord } from "../../changes/record-edits.ts";
import { useChanges, useSource } from "../../changes/use-changes.ts";
import { noteLabel } from "../../fields/record-labels.ts";
import { draftNames } from "../../fields/use-draft.ts";
import type { RecordKind } from "../../graphql/schema-types.ts";
import { describedField, describedKind } from "../../shared/described-records.ts";
import { EvidenceList } from "../../shared/EvidenceList.tsx";
import type { Evidence } from "../../shared/evidence.graphql.ts";
import { gradeOf } from "../../shared/evidence-grade.ts";
import { Loading } from "../../shared/States.tsx";
import { useOpen } from "../../shared/use-open.ts";
import type { Reference } from "../inspector.graphql.ts";
import { AddMenu } from "./AddMenu.tsx";
import { EditableField } from "./EditableField.tsx";
import { EditableFields } from "./EditableFields.tsx";
import { type EditedRecord, EditedRecordProvider } from "./edited-record.ts";
import { RecordHistory } from "./RecordHistory.tsx";
import { RemoveRecord } from "./RemoveRecord.tsx";
import "./edit.css";

const RecordForm = lazy(() => import("../../fields/RecordForm.tsx"));
const MergeForm = lazy(() => import("../../merge/MergeForm.tsx"));

/** What a person does with the record as a whole. */
type Doing = "end" | "delete" | "merge";

export interface RecordEditorProps {
  ecosystem: string;
  /** Node id. */
  id: string;
  record: ReadRecord & { label: string; references: readonly Reference[] };
  evidence: readonly Evidence[];
  /** Parts of the inspector that are read only, shown between the fields and the evidence. */
  children: ReactNode;
  onSelect(id: string | null): void;
}

/** The inspector of a person who may change facts: every field is edited in its place; records are added and removed. */
export default function RecordEditor({ ecosystem, id, record: read, evidence, children, onSelect }: RecordEditorProps) {
  const { kind, key } = read;
  const formsOf = `${ecosystem} ${kind} ${key} add `;
  // A form that was left open is open again after a reload.
  const [adding, setAdding] = useState<{ kind: RecordKind; preset: Fields } | null>(() => {
    const [left] = draftNames(formsOf);
    return left === undefined ? null : { kind: left as RecordKind, preset: {} };
  });
  const [doing, setDoing] = useState<Doing | null>(null);
  const [said, setSaid] = useState("");
  const onAdd = useCallback((kind: RecordKind, preset: Fields) => {
    setDoing(null);
    setAdding({ kind, preset });
  }, []);
  const record = useMemo<EditedRecord>(
    () => ({ ...read, ecosystem, onSelect, onAdd }),
    [read, ecosystem, onSelect, onAdd],
  );
  noteLabel(ecosystem, kind, key, read.label);
  for (const entry of evidence) noteLabel(ecosystem, "EVIDENCE", entry.key, entry.title);

  return (
    <EditedRecordProvider value={record}>
      <Tools record={record} evidence={evidence} onDo={setDoing} />
      <p className="unseen" role="status">
        {said}
      </p>
      {adding && (
        <Suspense fallback={<Loading rows={4} />}>
          <RecordForm
            key={adding.kind}
            ecosystem={ecosystem}
            kind={adding.kind}
            preset={adding.preset}
            draftName={`${formsOf}${adding.kind}`}
            onDone={(said) => {
              setAdding(null);
              setSaid(said ?? "");
            }}
            onCancel={() => setAdding(null)}
          />
        </Suspense>
      )}
      {(doing === "end" || doing === "delete") && (
        <RemoveRecord record={record} ends={doing === "end"} onDone={() => setDoing(null)} />
      )}
      {doing === "merge" && (
        <Suspense fallback={<Loading rows={4} />}>
          <MergeForm
            ecosystem={ecosystem}
            id={id}
            onDone={(kept) => {
              setDoing(null);
              setSaid("Merged.");
              if (kept !== id) onSelect(kept);
            }}
            onCancel={() => setDoing(null)}
          />
        </Suspense>
      )}
      <EditableFields record={record} />
      {children}
      {describedField(kind, "evidence") && <EvidencePart record={record} evidence={evidence} />}
      <History record={record} id={id} />
    </EditedRecordProvider>
  );
}

interface ToolsProps {
  record: EditedRecord;
  evidence: readonly Evidence[];
  onDo(what: Doing): void;
}

/** Adding to the record, working from a source, merging, ending and deleting. */
function Tools({ record, evidence, onDo }: ToolsProps) {
  const { ecosystem, kind, key } = record;
  const changes = useChanges(ecosystem);
  const source = useSource(changes);
  const { isFact } = describedKind(kind);
  const [own] = evidence;
  return (
    <div className="editor-tools">
      <AddMenu record={record} />
      {kind === "EVIDENCE" && own && source?.key !== key && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => changes.workFrom({ key, title: own.title, grade: gradeOf(own) })}
        >
          Work from this source
        </Button>
      )}
      <Menu position="bottom-start" shadow="sm">
        <Menu.Target>
          <Button size="compact-xs" variant="default" leftSection={<IconDots size={14} aria-hidden />}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isKeyed(kind) && <Menu.Item onClick={() => onDo("merge")}>Merge with…</Menu.Item>}
          {isFact && <Menu.Item onClick={() => onDo("end")}>End…</Menu.Item>}
          <Menu.Item onClick={() => onDo("delete")}>Delete…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** What the fact rests on; sources are added, created and removed here. */
function EvidencePart({ record, evidence }: { record: EditedRecord; evidence: readonly Evidence[] }) {
  const field = describedField(record.kind, "evidence")!;
  return (
    <section className="inspector-part">
      <h3>Evidence</h3>
      <dl className="facts evidence-field">
        <EditableField record={record} field={field}>
          <EvidenceList evidence={[...evidence]} />
        </EditableField>
      </dl>
    </section>
  );
}

function History({ record, id }: { record: EditedRecord; id: string }) {
  const { open, onToggle } = useOpen(false);
  return (
    <section className="inspector-part">
      <details onToggle={onToggle}>
        <summary>
          <h3>History</h3>
        </summary>
        {open && <RecordHistory record={record} id={id} />}
      </details>
    </section>
  );
}
