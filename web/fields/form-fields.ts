import type { EditIssue, Fields } from "../changes/record-edits.ts";
import type { RecordKind } from "../graphql/schema-types.ts";
import { type DescribedField, type DescribedKind, describedKind } from "../shared/described-records.ts";
import { fieldProblem, isEmpty } from "./field-problem.ts";
import { isShare, stepsOf } from "./field-words.ts";

/** Who and when of a tag come from the session and the clock. */
const signature: ReadonlySet<string> = new Set(["by", "at"]);

/** Fields of a kind that a person sets. */
export const editableFields = (kind: RecordKind): readonly DescribedField[] =>
  describedKind(kind).fields.filter(({ name }) => kind !== "TAGS" || !signature.has(name));

/**
 * Fields of a new record in two parts: those that it is about, and those that can wait.
 * @param shown names of the first ones, in their order, where the form is for a purpose of its own
 */
export function formParts(
  kind: RecordKind,
  shown?: readonly string[],
): { main: DescribedField[]; more: DescribedField[] } {
  const described = describedKind(kind);
  if (shown) {
    const fields = editableFields(kind);
    return {
      main: shown.flatMap((name) => fields.filter((field) => field.name === name)),
      more: fields.filter(({ name }) => !shown.includes(name)),
    };
  }
  const [main, more]: [DescribedField[], DescribedField[]] = [[], []];
  for (const field of editableFields(kind)) (isMain(field, described) ? main : more).push(field);
  return { main, more };
}

function isMain(field: DescribedField, { identity }: DescribedKind): boolean {
  const { name, isRequired, isList, type, to } = field;
  if (name === "key" || name === "confidence") return false;
  if (isRequired || identity.includes(name) || to === "evidence") return true;
  if (isList) return to !== undefined;
  return type === "enum" || type.endsWith("oolean") || to !== undefined || isShare(field) || stepsOf(field) !== null;
}

/** What is wrong with each field, by name; without those that are right. */
export function problemsOf(kind: RecordKind, fields: Fields): Record<string, string> {
  const made = editableFields(kind).filter(({ name }) => name !== "key" || !isEmpty(fields.key));
  return Object.fromEntries(
    made.flatMap((field) => {
      const problem = fieldProblem(field, fields[field.name]);
      return problem ? [[field.name, problem]] : [];
    }),
  );
}

/** Errors of the API at the fields of one edit, and those of the record as a whole. */
export function issuesByField(
  issues: readonly EditIssue[],
  at = 0,
): { fields: Record<string, string>; whole: string[] } {
  const fields: Record<string, string> = {};
  const whole: string[] = [];
  for (const { edit, field, message } of issues) {
    if (edit !== null && edit !== at) continue;
    const name = field?.split("/")[0];
    if (name === undefined || name === "record" || name === "expectedVersion") whole.push(message);
    else fields[name] = fields[name] ? `${fields[name]} ${message}` : message;
  }
  return { fields, whole };
}

/** Fields as they are sent: texts without blanks around them, and without the empty ones. */
export function filledFields(fields: Fields): Fields {
  const filled = Object.entries(fields).map(([name, value]) => [name, trimmed(value)] as const);
  return Object.fromEntries(filled.filter(([, value]) => !isEmpty(value)));
}

export const trimmed = (value: unknown): unknown => (typeof value === "string" ? value.trim() : value);
