import { describedKinds, enumValues } from "../../shared/described-records.ts";
import { capital } from "../../shared/format.ts";

// What a mapping can choose from, as the API describes it. Large: only the import of tables, which loads when needed, uses it.

interface Choice {
  value: string;
  label: string;
}
export interface FieldChoice extends Choice {
  type: string;
}

const kindNamed = (kind: string) => describedKinds.find((one) => one.kind === kind);

/** The sheet of an exported workbook that describes the ecosystem itself, and its fields. */
const head = "ecosystem";
const headFields: FieldChoice[] = [
  { value: "name", label: "Name", type: "text" },
  { value: "valueProposition", label: "Value proposition", type: "text" },
  { value: "description", label: "Description", type: "text" },
  { value: "focal", label: "Focal firm", type: "text" },
];

/** What a row can be: a record of a kind. Positions and the ecosystem only where the file says that they are. */
export const kindChoices = (current: string): Choice[] => [
  ...(current === head ? [{ value: head, label: "The ecosystem" }] : []),
  ...describedKinds
    .filter(({ kind }) => kind !== "layout" || kind === current)
    .map(({ kind, singular }) => ({ value: kind, label: capital(singular) })),
];

/** Fields of the actors of a relation that its row can say. */
const ofEnds = ["country", "website", "kinds", "employees", "founded", "labels"];

/** Fields that a column can hold: those of the kind, and of relations some of their actors. */
export function fieldChoices(kind: string): FieldChoice[] {
  const own =
    kind === head
      ? headFields
      : (kindNamed(kind)?.fields ?? []).map(({ name, label, type }) => ({ value: name, label, type }));
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

const describedField = (kind: string, name: string) => {
  const [own, of] = name.split(".") as [string, string | undefined];
  return kindNamed(of === undefined ? kind : "actors")?.fields.find((field) => field.name === (of ?? own));
};

/** The values that a field takes, where it takes only some; null otherwise. */
export function valueChoices(kind: string, field: string): Choice[] | null {
  const described = describedField(kind, field);
  return described?.enum ? enumValues(described.enum).map(({ value, word }) => ({ value, label: word })) : null;
}

/** Whether a row without this field makes no record. */
export const isNeeded = (kind: string, field: string): boolean =>
  !field.includes(".") && describedField(kind, field)?.isRequired === true;
