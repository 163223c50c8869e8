import { useQuery } from "urql";
import { isEmpty } from "../fields/field-problem.ts";
import { valueText } from "../fields/field-words.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { ofFacts } from "../live/use-live-ecosystem.ts";
import { describedKind } from "../shared/described-records.ts";
import { count } from "../shared/format.ts";
import { Failed } from "../shared/States.tsx";
import { recordKindWords } from "../shared/words.ts";
import { AddButton } from "./edit/AddButton.tsx";
import { addableTo } from "./edit/addable.ts";
import { RecordLinks } from "./RecordLinks.tsx";
import { type ReferringRecords, referringQuery } from "./referring.graphql.ts";
import { knownValidity } from "./validity.ts";

interface Props {
  /** Node id of the record. */
  id: string;
  kind: RecordKind;
  onSelect(id: string): void;
}

/** Longer groups start collapsed. */
const maxExpanded = 4;
/** Values told of each record. */
const maxValues = 3;

/** Kinds that have a part of their own in the inspector of some kind of record. */
const shownElsewhere: { readonly [K in RecordKind]?: readonly RecordKind[] } = {
  ACTORS: ["CLAIMS", "RELATIONS", "MOVES"],
  ACTIVITIES: ["CLAIMS"],
  MOVES: ["RESPONSES"],
  TOPICS: ["STANCES"],
};

/** What is recorded elsewhere of the record: of an actor its profile, stances and so on, of evidence what rests on it. */
export default function ReferringPart({ id, kind, onSelect }: Props) {
  const [{ data, error }, again] = useQuery({ query: referringQuery, variables: { id }, context: ofFacts });
  const node = data?.node?.id === id && "referredBy" in data.node ? data.node : null;
  const groups = node?.referredBy.filter((group) => !shownElsewhere[kind]?.includes(group.kind)) ?? [];
  if (error) return <Failed part error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (groups.length === 0) return null;
  const title = kind === "EVIDENCE" ? "What rests on it" : kind === "ACTORS" ? "Facts" : "Used by";
  return (
    <section className="inspector-part" aria-label={title}>
      <h3>{title}</h3>
      {groups.map((group) => (
        <Group key={group.kind} of={kind} group={group} onSelect={onSelect} />
      ))}
    </section>
  );
}

function Group({ of, group, onSelect }: { of: RecordKind; group: ReferringRecords; onSelect(id: string): void }) {
  const { kind, totalCount, records } = group;
  return (
    <details className="relations" open={totalCount <= maxExpanded}>
      <summary>
        {recordKindWords[kind].word} <span className="quiet">{totalCount}</span>
      </summary>
      <ul>
        {records.map(({ label, node }) => (
          <li key={node.id}>
            <RecordLinks records={[{ id: node.id, name: label }]} onSelect={onSelect} />
            {"asRecord" in node && (
              <span className="quiet">
                {[valuesOf(kind, node.asRecord.data), knownValidity(node)].filter(Boolean).join(", ")}
              </span>
            )}
          </li>
        ))}
      </ul>
      {totalCount > records.length && (
        <p className="quiet">{count(totalCount - records.length, "more", "more")}, in the table.</p>
      )}
      <AddButton
        kind={kind}
        preset={(key) => addableTo(of, key).find((addable) => addable.kind === kind)?.preset ?? {}}
      />
    </details>
  );
}

/** What a record says besides what it is about: "position 4 of 5, salience 5 of 5". */
function valuesOf(kind: RecordKind, data: Readonly<Record<string, unknown>>): string {
  const { fields, identity } = describedKind(kind);
  const said = fields.filter(({ name, to, type, isList }) => {
    const isShort =
      !isList && type !== "text" && type !== "name" && type !== "url" && type !== "key" && type !== "date";
    return isShort && !to && name !== "confidence" && !identity.includes(name) && !isEmpty(data[name]);
  });
  const texts = said.slice(0, maxValues).map((field) => {
    const text = valueText(kind, field, data[field.name]) ?? "";
    return `${field.label.toLowerCase()} ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  });
  return [...texts, ...(said.length > maxValues ? ["…"] : [])].join(", ");
}
