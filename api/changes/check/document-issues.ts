import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import schema from "../../ecosystem.schema.json" with { type: "json" };
import type { ImportIssue } from "../imports/issue.ts";

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
// ajv-formats is CommonJS whose types say "export default": at run time the import is the function itself.
(addFormats as unknown as typeof addFormats.default)(ajv);
const validate = ajv.compile<EcosystemDocument>(schema);
const maxIssues = 100;
const keyPattern = new RegExp(schema.$defs.key.pattern);

/** What a key is made of, in words. */
export const keyForm = '1 to 128 of a-z, 0-9, ".", "_" and "-", beginning with a letter or digit';
/** Whether a text is a key, of an ecosystem or a record. */
export const isKey = (text: string): boolean => keyPattern.test(text);
/** Whether a text is an http(s) address that a document takes. */
export const isAddress = ajv.compile<string>(schema.$defs.url) as (text: string) => boolean;

/** Every place at which a value is no ecosystem document (at most 100) and what is allowed there; none when it is one. */
export function documentIssues(value: unknown): ImportIssue[] {
  if (validate(value)) return [];
  const issues = (validate.errors ?? []).filter(
    (error) => error.keyword !== "oneOf" || error.schemaPath.includes("tags"),
  );
  return issues.slice(0, maxIssues).map(inWords);
}

function inWords(error: ErrorObject): ImportIssue {
  const path = error.instancePath;
  const { params } = error;
  const found = typeof error.data === "object" ? "" : `, not ${JSON.stringify(error.data)?.slice(0, 80)}`;
  const say = (message: string, at = path): ImportIssue => ({ path: at, message });
  switch (error.keyword) {
    case "additionalProperties":
      return say(
        `The field ${JSON.stringify(params.additionalProperty)} is unknown here: correct its name or remove it.`,
        `${path}/${pointer(params.additionalProperty)}`,
      );
    case "required":
      return say(`The field "${params.missingProperty}" is missing: add it.`);
    case "enum":
      return say(`Must be one of ${params.allowedValues.join(", ")}${found}.`);
    case "const":
      return say(`Must be ${JSON.stringify(params.allowedValue)}${found}.`);
    case "format":
      return say(
        params.format === "date"
          ? `Must be a real date as YYYY-MM-DD${found}.`
          : `Must be a valid ${params.format}${found}.`,
      );
    case "minItems":
      return say(params.limit === 1 ? "Is empty: give at least one." : `Must have at least ${params.limit} entries.`);
    case "minimum":
    case "exclusiveMinimum":
      return say(`Must be ${error.keyword === "minimum" ? "at least" : "more than"} ${params.limit}${found}.`);
    case "maximum":
      return say(`Must be at most ${params.limit}${found}.`);
    case "pattern":
      if (params.pattern === schema.$defs.key.pattern)
        return say(`Does not have the allowed form of a key (${keyForm})${found}.`);
      return say(`Does not have the allowed form ${params.pattern}${found}.`);
    case "oneOf":
      return say("A tag has either a type or a label: give one of the two.");
    default:
      return say(`${error.message}${found}.`.replace(/^./, (letter) => letter.toUpperCase()));
  }
}

const pointer = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
