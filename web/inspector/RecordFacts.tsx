import type { RecordKind } from "../graphql/schema-types.ts";
import { fieldLabel, fieldText } from "../shared/fields.ts";
import { Fact } from "./Fact.tsx";
import type { Reference } from "./inspector.graphql.ts";
import { RecordLinks } from "./RecordLinks.tsx";

/** Fields shown in the header of the inspector or in its evidence part. */
const shownElsewhere = new Set(["key", "name", "evidence", "validFrom", "validTo", "confidence"]);

interface Props {
  kind: RecordKind;
  data: Readonly<Record<string, unknown>>;
  references: readonly Reference[];
  onSelect(id: string): void;
}

/** Fields of a record without a part of its own, as in the document; references are links. */
export default function RecordFacts({ kind, data, references, onSelect }: Props) {
  const facts = Object.entries(data).filter(([name]) => !shownElsewhere.has(name));
  return (
    <dl className="facts">
      {facts.map(([name, value]) => {
        const named = references
          .filter(({ field }) => field === name)
          .map(({ label, node }) => ({ id: node.id, name: label }));
        return (
          <Fact key={name} name={fieldLabel(kind, name)} value={fieldText(kind, name, value)}>
            {named.length > 0 ? <RecordLinks records={named} onSelect={onSelect} /> : undefined}
          </Fact>
        );
      })}
    </dl>
  );
}
