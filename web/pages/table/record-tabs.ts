import { type DescribedField, type DescribedKind, describedKinds } from "../../shared/described-records.ts";

interface RecordTab {
  value: DescribedKind["value"];
  columns: readonly DescribedField[];
}

/** Too long for a cell: shown only where nothing else would be. */
const isBulky = ({ name, type }: DescribedField): boolean =>
  name === "description" || name === "excerpt" || type === "parts";

/** Every field but those that stand in columns of their own: what the record is called, its key, its evidence. */
function columnsOf({ identity, fields }: DescribedKind): readonly DescribedField[] {
  const isKeyed = identity.length === 1 && identity[0] === "key";
  const others = fields.filter(
    ({ name }) => name !== "name" && name !== "title" && name !== "evidence" && !(isKeyed && name === "key"),
  );
  const short = others.filter((field) => !isBulky(field));
  return short.length > 0 ? short : others;
}

/** The kinds of record, facts first, each group in the order of the document. */
export const recordTabs: readonly RecordTab[] = [...describedKinds]
  .sort((a, b) => Number(b.isFact) - Number(a.isFact))
  .map((kind) => ({ value: kind.value, columns: columnsOf(kind) }));
