import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { AnyRecord, RecordKind } from "../../../cypher/model/document.ts";
import schema from "../../ecosystem.schema.json" with { type: "json" };
import type { ImportIssue } from "../imports/issue.ts";
import { readAddress } from "../imports/read-address.ts";

const createAjv = (allErrors: boolean): Ajv2020 => {
  const ajv = new Ajv2020({ allErrors, verbose: true, strict: false });
  // ajv-formats is CommonJS whose types declare "export default": at run time the import is the function itself.
  (addFormats as unknown as typeof addFormats.default)(ajv);
  ajv.addFormat(webAddress, (text: string) => "href" in readAddress(text));
  return ajv.addSchema({ ...schema, $defs, $id: "document" }).addSchema({ ...frameSchema(), $defs });
};

/** Format of addresses, which adds to the schema's pattern what no pattern can tell: that a browser reads it as an address. */
const webAddress = "web-address";
const $defs = { ...schema.$defs, url: { ...schema.$defs.url, format: webAddress } };

/** Schema of a document without its records. */
function frameSchema(): object {
  const properties = Object.entries(schema.properties).map(([name, property]) => [
    name,
    "items" in property ? { type: "array" } : property,
  ]);
  return { ...schema, $id: "frame", properties: Object.fromEntries(properties) };
}

/** Stops at the first error, before it compares or visits the entries of a list that is too long. */
const quick = createAjv(false);
/** Finds all errors of one value, which may be as many as it has entries. */
const thorough = createAjv(true);
/** Entries of a value that is checked for all errors. */
const maxEntries = 2_000;
const maxIssues = 100;
const keyPattern = new RegExp(schema.$defs.key.pattern);

/** Rule of a key, to append to “Invalid key”. */
export const keyForm =
  "use up to 128 lowercase letters, digits, dots, hyphens and underscores, starting with a letter or digit";
/** Whether a text is a key, of an ecosystem or a record. */
export const isKey = (text: string): boolean => keyPattern.test(text);
/** Characters allowed in a description and other long texts. */
export const maxTextLength = schema.$defs.text.maxLength;

/**
 * Every place at which a value is not a valid ecosystem document (at most 100), with what is allowed there. Records are
 * checked one by one, so that a file full of errors costs no more than its first hundred.
 */
export function documentIssues(value: unknown): ImportIssue[] {
  const issues = new Map<string, ImportIssue>();
  const collect = (name: string, part: unknown, at: string) => {
    for (const error of errorsOf(name, part)) {
      // A field missing from one of several alternatives is reported by the error of all of them.
      if (/\/oneOf\/\d+\//.test(error.schemaPath)) continue;
      const issue = inWords({ ...error, instancePath: at + error.instancePath });
      // A text may fail both date patterns, which is one error to a person.
      issues.set(`${issue.path} ${issue.message}`, issue);
      if (issues.size === maxIssues) return;
    }
  };
  const kinds = typeof value === "object" && value !== null && !Array.isArray(value) ? collectionsOf(value) : [];
  collect("frame", kinds.length === 0 ? value : { ...(value as object), ...emptied(kinds) }, "");
  for (const [kind, records] of kinds) {
    for (const [at, record] of records.entries()) {
      if (issues.size >= maxIssues) return [...issues.values()];
      collect(recordSchema(kind), record, `/${kind}/${at}`);
    }
  }
  return [...issues.values()];
}

/** Whether a record is as its kind in a document. */
export const isOfForm = (kind: RecordKind, record: AnyRecord): boolean => checkOf(recordSchema(kind))(record) === true;

const recordSchema = (kind: string) => `document#/properties/${kind}/items`;
const checks = new Map<string, ValidateFunction>();

/** Ajv's own look-up reads the name as an address each time. */
function checkOf(name: string): ValidateFunction {
  const check = checks.get(name) ?? quick.getSchema(name)!;
  checks.set(name, check);
  return check;
}

/** The lists of records in what may be a document. */
const collectionsOf = (value: object): [kind: string, records: unknown[]][] =>
  Object.entries(schema.properties).flatMap(([kind, property]) => {
    const records = "items" in property ? (value as Record<string, unknown>)[kind] : undefined;
    return Array.isArray(records) ? [[kind, records]] : [];
  });
const emptied = (kinds: [string, unknown[]][]) => Object.fromEntries(kinds.map(([kind]) => [kind, []]));

function errorsOf(name: string, value: unknown): readonly ErrorObject[] {
  const check = checkOf(name);
  if (check(value)) return [];
  if (entriesOf(value, maxEntries) >= maxEntries) return check.errors!;
  const checkAll = thorough.getSchema(name)!;
  checkAll(value);
  return checkAll.errors!;
}

/** Number of entries in all lists and objects of a value, counted up to a maximum. */
function entriesOf(value: unknown, max: number): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  for (const entry of Object.values(value)) {
    count += 1 + entriesOf(entry, max - count);
    if (count >= max) return count;
  }
  return count;
}

function inWords(error: ErrorObject): ImportIssue {
  const path = error.instancePath;
  const { params } = error;
  const found = typeof error.data === "object" ? "" : `, not ${JSON.stringify(error.data)?.slice(0, 80)}`;
  const say = (message: string, at = path): ImportIssue => ({ path: at, message });
  switch (error.keyword) {
    case "additionalProperties":
      return say(
        `Unknown field ${JSON.stringify(params.additionalProperty)}: correct its name or remove it.`,
        `${path}/${pointer(params.additionalProperty)}`,
      );
    case "required":
      return say(`The field "${params.missingProperty}" is missing: add it.`);
    case "enum":
      return say(`Must be one of ${params.allowedValues.join(", ")}${found}.`);
    case "const":
      return say(`Must be ${JSON.stringify(params.allowedValue)}${found}.`);
    case "format":
      if (params.format === "date" && isYearNought(error.data)) return say(noYearNought);
      if (params.format === webAddress) return say(noAddress(error.data, found));
      return say(`${params.format === "date" ? dateForm : `Must be a valid ${params.format}`}${found}.`);
    case "type":
      return say(`Must be ${typeWords(params.type)}${found}.`);
    case "minItems":
      return say(params.limit === 1 ? "Must have at least one entry." : `Must have at least ${params.limit} entries.`);
    case "maxItems":
      return say(`Must have at most ${params.limit} entries.`);
    case "uniqueItems":
      return say(`Entries ${params.j + 1} and ${params.i + 1} are the same: keep one.`);
    case "minLength":
      return say("Must have at least one character.");
    case "maxLength":
      return say(`Must have at most ${params.limit} characters.`);
    case "minimum":
    case "exclusiveMinimum":
      return say(`Must be ${error.keyword === "minimum" ? "at least" : "more than"} ${params.limit}${found}.`);
    case "maximum":
      return say(`Must be at most ${params.limit}${found}.`);
    case "pattern":
      if (params.pattern === schema.$defs.key.pattern)
        return say(`Invalid key${found.replace(/^, not/, "")}: ${keyForm}.`);
      if (params.pattern === schema.$defs.date.pattern && isYearNought(error.data)) return say(noYearNought);
      if (params.pattern === schema.$defs.url.pattern) return say(noAddress(error.data, found));
      return say(`${forms.get(params.pattern) ?? `Must match the pattern ${params.pattern}`}${found}.`);
    case "oneOf":
      return say("A tag must have either a type or a label, not both.");
    default:
      return say(`${error.message}${found}.`.replace(/^./, (letter) => letter.toUpperCase()));
  }
}

const dateForm = "Must be an existing date as YYYY-MM-DD";

const isYearNought = (text: unknown) => /^0000-\d{2}-\d{2}$/.test(String(text));
const noYearNought = "There is no year 0: the first year is 0001. Correct the date or remove it.";

function noAddress(text: unknown, found: string): string {
  const reading = readAddress(String(text));
  const form = "Must be an address that begins with http:// or https://";
  return `${form}${found}${"problem" in reading ? `: ${reading.problem}` : ""}.`;
}

/** What a pattern of the schema requires, in words. */
const forms = new Map([
  [schema.$defs.country.pattern, "Must be a country code of two capital letters, such as FI"],
  [schema.$defs.date.pattern, dateForm],
]);

const types: Record<string, string> = {
  string: "text in quotes",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  "boolean,null": "true, false or null",
  array: "a list in square brackets",
  object: "an object in curly brackets",
};
const typeWords = (type: string | string[]): string => types[String(type)] ?? String(type);

const pointer = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
