import type { Field, Fields } from "../../../cypher/model/field.ts";
import { recordKindNames, recordKinds } from "../../../cypher/model/record-kinds.ts";
import { ecosystemFields } from "../../../cypher/model/records/ecosystem.ts";
import { isObject } from "../../shared/is-object.ts";
import { isBlankText } from "./blank-text.ts";
import type { ImportIssue } from "./issue.ts";
import { isOpenEnd, isUnsetDate, lastYear } from "./no-date.ts";
import { readAddress } from "./read-address.ts";

/**
 * Mends in a document, before it is validated, what spreadsheets and other programs write without meaning anything by it:
 * blanks around texts, null and empty text for absent, addresses that a browser reads in another form, ends such as
 * 9999-12-31 and the date 0001-01-01 for none. What is not an ecosystem document stays as it is, for the validation to
 * say.
 * @param inFile is given, for each path of an entry that moved up in its list, the path in the file
 * @returns the document, and a warning for each sort of what was mended
 */
export function normaliseDocument(
  value: unknown,
  inFile = new Map<string, string>(),
): { value: unknown; warnings: ImportIssue[] } {
  const mends = new Mends(inFile);
  if (!isObject(value)) return { value, warnings: [] };
  const document: Record<string, unknown> = { ...value };
  if (isObject(document.ecosystem))
    document.ecosystem = normalised(document.ecosystem, ecosystemFields, "/ecosystem", mends);
  for (const kind of recordKindNames) {
    const records = document[kind];
    const { fields } = recordKinds[kind];
    if (records === null) {
      delete document[kind];
      mends.tell(nullAsAbsent, `/${kind}`);
    } else if (Array.isArray(records))
      document[kind] = records.map((record, at) =>
        isObject(record) ? normalised(record, fields, `/${kind}/${at}`, mends) : record,
      );
  }
  const warnings = [...mends.sorts].map(([what, { count, path }]) => ({
    path,
    message: `${what}: ${count.toLocaleString("en")}${count > 1 ? ", the first of them here." : "."}`,
  }));
  return { value: document, warnings };
}

/** What was mended, by its sort. */
class Mends {
  readonly sorts = new Map<string, { count: number; path: string }>();

  constructor(readonly inFile: Map<string, string>) {}

  tell(what: string, path: string): void {
    const known = this.sorts.get(what);
    if (known) known.count++;
    else this.sorts.set(what, { count: 1, path });
  }
}

const nullAsAbsent = "null read as absent";
const emptyAsAbsent = "Empty text read as absent";
const isBlank = (value: unknown) => typeof value === "string" && isBlankText(value);

function normalised(
  record: Record<string, unknown>,
  fields: Fields,
  path: string,
  mends: Mends,
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
      else mends.tell(nullAsAbsent, here);
    } else if (isBlank(value) && !field.isRequired) mends.tell(emptyAsAbsent, here);
    else if (field.parts && Array.isArray(value))
      set(
        value.map((entry, at) => (isObject(entry) ? normalised(entry, field.parts!, `${here}/${at}`, mends) : entry)),
      );
    else if (field.isList && Array.isArray(value)) set(normalisedList(value, field, here, mends));
    else if (typeof value !== "string") set(value);
    else if (isOpenEnd(name, value.trim())) mends.tell(`End after ${lastYear} read as open`, here);
    else if (field.type === "date" && isUnsetDate(value.trim())) mends.tell(`${value.trim()} read as absent`, here);
    else set(normalisedText(value, field, here, mends));
  }
  return result;
}

function normalisedList(values: unknown[], field: Field, path: string, mends: Mends): unknown[] {
  const isAbsent = (value: unknown) => value === null || isBlank(value);
  const present = values.filter((value) => !isAbsent(value));
  if (values.includes(null)) mends.tell(nullAsAbsent, path);
  if (values.some(isBlank)) mends.tell(emptyAsAbsent, path);
  // Two entries that only blanks told apart are one; two that were the same before are for the validation to say.
  const wereTwice = new Set(present).size < present.length;
  const texts: unknown[] = [];
  const known = new Set<unknown>();
  for (const [at, value] of values.entries()) {
    if (isAbsent(value)) continue;
    const text = typeof value === "string" ? normalisedText(value, field, path, mends) : value;
    if (!wereTwice && known.has(text)) continue;
    known.add(text);
    if (texts.length < at) mends.inFile.set(`${path}/${texts.length}`, `${path}/${at}`);
    texts.push(text);
  }
  return texts;
}

function normalisedText(text: string, field: Field, path: string, mends: Mends): string {
  const trimmed = isBlank(text) ? "" : text.trim();
  if (trimmed.length < text.length) mends.tell("Blanks around a text removed", path);
  if (field.type !== "url") return trimmed;
  const reading = readAddress(trimmed);
  if ("problem" in reading || reading.href === trimmed || reading.href === `${trimmed}/`) return trimmed;
  mends.tell("Address written as a browser reads it", path);
  return reading.href;
}
