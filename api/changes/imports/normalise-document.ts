import type { Field, Fields } from "../../../cypher/model/field.ts";
import { recordKindNames, recordKinds } from "../../../cypher/model/record-kinds.ts";
import { ecosystemFields } from "../../../cypher/model/records/ecosystem.ts";
import { isObject } from "../../shared/is-object.ts";
import { isFarEnd, lastYear } from "./far-end.ts";
import type { ImportIssue } from "./issue.ts";
import { readAddress } from "./read-address.ts";

type Mended = Map<string, { count: number; path: string }>;

/**
 * Mends in a document, before it is validated, what spreadsheets and other programs write without meaning anything by it:
 * blanks around texts, null for absent, addresses that a browser reads in another form, ends such as 9999-12-31 for none.
 * What is not an ecosystem document stays as it is, for the validation to say.
 * @returns the document, and a warning for each sort of what was mended
 */
export function normaliseDocument(value: unknown): { value: unknown; warnings: ImportIssue[] } {
  const mended: Mended = new Map();
  if (!isObject(value)) return { value, warnings: [] };
  const document: Record<string, unknown> = { ...value };
  if (isObject(document.ecosystem))
    document.ecosystem = normalised(document.ecosystem, ecosystemFields, "/ecosystem", mended);
  for (const kind of recordKindNames) {
    const records = document[kind];
    const { fields } = recordKinds[kind];
    if (records === null) {
      delete document[kind];
      tell(mended, "null read as absent", `/${kind}`);
    } else if (Array.isArray(records))
      document[kind] = records.map((record, at) =>
        isObject(record) ? normalised(record, fields, `/${kind}/${at}`, mended) : record,
      );
  }
  const warnings = [...mended].map(([what, { count, path }]) => ({
    path,
    message: `${what}: ${count.toLocaleString("en")}${count > 1 ? ", the first of them here." : "."}`,
  }));
  return { value: document, warnings };
}

function normalised(
  record: Record<string, unknown>,
  fields: Fields,
  path: string,
  mended: Mended,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    const field = Object.hasOwn(fields, name) ? fields[name]! : null;
    const here = `${path}/${name}`;
    // A field named __proto__ is data for the validation to refuse, not the object's prototype.
    const set = (to: unknown) =>
      Object.defineProperty(result, name, { value: to, enumerable: true, configurable: true, writable: true });
    if (!field) set(value);
    else if (value === null) {
      if (field.type === "nullableBoolean" && !field.isList) set(value);
      else tell(mended, "null read as absent", here);
    } else if (field.parts && Array.isArray(value))
      set(
        value.map((entry, at) => (isObject(entry) ? normalised(entry, field.parts!, `${here}/${at}`, mended) : entry)),
      );
    else if (field.isList && Array.isArray(value)) set(normalisedList(value, field, here, mended));
    else if (typeof value !== "string") set(value);
    else if ((name === "validTo" || name === "endedOn") && isFarEnd(value.trim()))
      tell(mended, `End after ${lastYear} read as open`, here);
    else set(normalisedText(value, field, here, mended));
  }
  return result;
}

function normalisedList(values: unknown[], field: Field, path: string, mended: Mended): unknown[] {
  const present = values.filter((value) => value !== null);
  if (present.length < values.length) tell(mended, "null read as absent", path);
  const texts = present.map((value) =>
    typeof value === "string" ? normalisedText(value, field, path, mended) : value,
  );
  // Two entries that only blanks told apart are one; two that were the same before are for the validation to say.
  const wereTwice = new Set(present).size < present.length;
  return wereTwice ? texts : [...new Set(texts)];
}

function normalisedText(text: string, field: Field, path: string, mended: Mended): string {
  const trimmed = text.trim();
  if (trimmed.length < text.length) tell(mended, "Blanks around a text removed", path);
  if (field.type !== "url") return trimmed;
  const reading = readAddress(trimmed);
  if ("problem" in reading || reading.href === trimmed || reading.href === `${trimmed}/`) return trimmed;
  tell(mended, "Address written as a browser reads it", path);
  return reading.href;
}

function tell(mended: Mended, what: string, path: string): void {
  const known = mended.get(what);
  if (known) known.count++;
  else mended.set(what, { count: 1, path });
}
