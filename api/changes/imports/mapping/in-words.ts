import { type AnyRecord, fieldsOf, type RecordKind } from "../../../../cypher/model/document.ts";
import { relationTypes } from "../../../../cypher/model/enums/relation-type.ts";
import type { Field } from "../../../../cypher/model/field.ts";
import { recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { capitalise, dayInWords } from "../../../shared/format.ts";
import { isUnit } from "./read-value.ts";

type Name = (kind: RecordKind, key: string | undefined) => string;

const regions = new Intl.DisplayNames("en", { type: "region" });

/** A record in a sentence, so that a person sees what a row becomes. */
export function inWords(kind: RecordKind, record: AnyRecord, name: Name): string {
  const fields = fieldsOf(record) as Readonly<Record<string, string | undefined>>;
  const actor = (key: string | undefined) => name("actors", key);
  const details = detailsOf(kind, record, name);
  const told = (sentence: string) => `${sentence}${details ? ` (${details})` : ""}.`;
  switch (kind) {
    case "relations": {
      const { word } = relationTypes.values[fields.type as keyof typeof relationTypes.values];
      return told(`${actor(fields.from)} ${word.toLowerCase()} ${actor(fields.to)}`);
    }
    case "claims":
      return told(
        `${fields.by ? `${actor(fields.by)} says that ${actor(fields.about)}` : actor(fields.about)} takes part in ${name("activities", fields.activity)}`,
      );
    case "stances":
      return told(`${actor(fields.actor)} answers “${name("topics", fields.topic)}” with ${fields.position}`);
    case "adoptions":
      return told(`${actor(fields.actor)} adopts ${name("standards", fields.standard)}`);
    case "actorCapabilities":
      return told(`${actor(fields.actor)} has the capability ${name("capabilities", fields.capability)}`);
    case "moves":
      return told(`${actor(fields.actor)} on ${dayInWords(fields.date!)}: ${fields.title}`);
    case "offerings":
      return told(`${actor(fields.provider)} offers ${fields.name}`);
    default: {
      const called = fields.name ?? fields.title ?? fields.key ?? "";
      return told(`${capitalise(recordKinds[kind].singular)} ${called}`.trim());
    }
  }
}

/** Fields that the sentence itself says. */
const said = new Set([
  "key",
  "name",
  "title",
  "evidence",
  "from",
  "to",
  "by",
  "about",
  "activity",
  "actor",
  "topic",
  "position",
  "standard",
  "capability",
  "provider",
  "date",
]);
const maxDetails = 6;

function detailsOf(kind: RecordKind, record: AnyRecord, name: Name): string {
  const { fields } = recordKinds[kind];
  return Object.entries(fieldsOf(record))
    .filter(([field, value]) => !said.has(field) && !(kind === "relations" && field === "type") && value !== undefined)
    .slice(0, maxDetails)
    .map(([field, value]) => detail(fields[field]!, field, value, name))
    .join("; ");
}

/** A share in percent, a year as it is, and any other number with its thousands set apart. */
function numberText(field: Field, number: number): string {
  if (isUnit(field)) return `${Number((number * 100).toPrecision(12))}\u00a0%`;
  return field.unit === "year" ? String(number) : number.toLocaleString("en-GB", { maximumFractionDigits: 10 });
}

function detail(field: Field, id: string, value: unknown, name: Name): string {
  const one = (it: unknown): string => {
    if (field.values) return field.values.values[String(it)]?.word.toLowerCase() ?? String(it);
    if (field.reference) return name(field.reference.to as RecordKind, String(it));
    if (typeof it === "boolean") return it ? "yes" : "no";
    if (typeof it === "number") return numberText(field, it);
    if (field.type === "date") return dayInWords(String(it));
    if (typeof it === "object" && it !== null) return Object.values(it).join(" ");
    return String(it).slice(0, 80);
  };
  const text = (Array.isArray(value) ? value.map(one) : [one(value)]).slice(0, 5).join(", ");
  if (field.type === "enum") return text;
  if (id === "country") return regions.of(String(value)) ?? text;
  return `${field.label.toLowerCase()} ${text}`;
}
