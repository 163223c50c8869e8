import records from "../../../api/records.json";

// What a mapping can choose from, as the API describes it. Large: only the import of tables, which loads when needed, uses it.

interface Choice {
  value: string;
  label: string;
}
interface FieldChoice extends Choice {
  type: string;
}

const kindNamed = (kind: string) => records.kinds.find((one) => one.kind === kind);

/** Kinds of record that a row can be: positions only where the file says that they are. */
export const kindChoices = (current: string): Choice[] =>
  records.kinds
    .filter(({ kind }) => kind !== "layout" || kind === current)
    .map(({ kind, singular }) => ({ value: kind, label: singular.charAt(0).toUpperCase() + singular.slice(1) }));

/** Fields of the actors of a relation that its row can say. */
const ofEnds = ["country", "website", "kinds", "employees", "founded", "labels"];

/** Fields that a column can hold: those of the kind, and of relations some of their actors. */
export function fieldChoices(kind: string): FieldChoice[] {
  const own = (kindNamed(kind)?.fields ?? []).map(({ name, label, type }) => ({ value: name, label, type }));
  const actors = kindNamed("actors")!.fields;
  const ends =
    kind !== "relations"
      ? []
      : ["from", "to"].flatMap((end) =>
          actors
            .filter(({ name }) => ofEnds.includes(name))
            .map(({ name, label, type }) => ({
              value: `${end}.${name}`,
              label: `${end === "from" ? "From" : "To"}: ${label.toLowerCase()}`,
              type,
            })),
        );
  return [{ value: "", label: "Left out", type: "" }, ...own, ...ends];
}

/** The values that a field takes, where it takes only some; null otherwise. */
export function valueChoices(kind: string, field: string): Choice[] | null {
  const [own, of] = field.split(".") as [string, string | undefined];
  const described = kindNamed(of === undefined ? kind : "actors")?.fields.find(({ name }) => name === (of ?? own));
  const table =
    described && "enum" in described ? records.enums.find(({ name }) => name === described.enum) : undefined;
  return table ? table.values.map(({ value, word }) => ({ value, label: word })) : null;
}
