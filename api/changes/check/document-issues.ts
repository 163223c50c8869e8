import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import schema from "../../ecosystem.schema.json" with { type: "json" };
import type { ImportIssue } from "../imports/issue.ts";
import { readAddress } from "../imports/read-address.ts";

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
// ajv-formats is CommonJS whose types declare "export default": at run time the import is the function itself.
(addFormats as unknown as typeof addFormats.default)(ajv);
const validate = ajv.compile<EcosystemDocument>(schema);
const maxIssues = 100;
const keyPattern = new RegExp(schema.$defs.key.pattern);

/** Rule of a key, to append to “Invalid key”. */
export const keyForm =
  "use up to 128 lowercase letters, digits, dots, hyphens and underscores, starting with a letter or digit";
/** Whether a text is a key, of an ecosystem or a record. */
export const isKey = (text: string): boolean => keyPattern.test(text);
/** Characters allowed in a description and other long texts. */
export const maxTextLength = schema.$defs.text.maxLength;

/** Every place at which a value is not a valid ecosystem document (at most 100), with what is allowed there. */
export function documentIssues(value: unknown): ImportIssue[] {
  if (validate(value)) return [];
  const issues = new Map<string, ImportIssue>();
  for (const error of validate.errors ?? []) {
    // A field missing from one of several alternatives is reported by the error of all of them.
    if (/\/oneOf\/\d+\//.test(error.schemaPath)) continue;
    const issue = inWords(error);
    // A text may fail both date patterns, which is one error to a person.
    issues.set(`${issue.path} ${issue.message}`, issue);
    if (issues.size === maxIssues) break;
  }
  return [...issues.values()];
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
      if (params.pattern === schema.$defs.url.pattern) {
        const reading = readAddress(String(error.data));
        return say(`${forms.get(params.pattern)}${found}${"problem" in reading ? `: ${reading.problem}` : ""}.`);
      }
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

/** What a pattern of the schema requires, in words. */
const forms = new Map([
  [schema.$defs.url.pattern, "Must be an address that begins with http:// or https://"],
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
