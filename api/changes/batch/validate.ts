import { type AnyRecord, type EcosystemDocument, fieldsOf, type RecordKind } from "../../../cypher/model/document.ts";
import { recordKindNames, recordKinds, referencedKeys } from "../../../cypher/model/record-kinds.ts";
import { documentIssues } from "../check/document-issues.ts";
import { focalRefusal, type LookUp, refuse } from "../check/refusals.ts";
import { isSame } from "../check/same-value.ts";
import { pointer } from "./answer.ts";
import type { Draft, Touched } from "./draft.ts";

type Stands = Touched & { record: AnyRecord };

/** Checks every record that a draft touches by the rules of the import; what is wrong is told at the field. */
export function validate(draft: Draft): void {
  const touched = draft.touched.filter((it): it is Stands => it.record !== null);
  const hasErrors = draft.errors.length > 0;
  const refused = new Set(checkFormat(draft, touched));
  const lookUp: LookUp = {
    has: (kind, key) => draft.get(kind, key) !== null,
    moveDate: (key) => (draft.get("moves", key) as { date?: string } | null)?.date,
  };
  for (const it of touched) {
    if (refused.has(it)) continue;
    // With errors before, a reference may lead to what would have been made.
    if (!hasErrors) checkReferences(draft, it);
    refuse(it.kind, it.record, (field, message) => tell(draft, it, `/${field}`, message), lookUp);
    if (it.kind === "moves") checkResponses(draft, it);
  }
  const focal = draft.head && draft.head.focal !== draft.atHand.head?.focal && focalRefusal(draft.head, lookUp);
  if (focal) draft.refuse("/focal", "UNKNOWN_REFERENCE", focal);
}

/** Says what is wrong with a field in the words of the field. */
function tell(draft: Draft, { kind, path }: Touched, below: string, message: string): void {
  const [, name = ""] = below.split("/");
  const label = recordKinds[kind].fields[name]?.label;
  const sentence = label === undefined ? message : inWords(label, message);
  draft.refuse(`${path}${below}`, "INVALID", sentence);
}

const inWords = (label: string, message: string): string =>
  message.startsWith("Must ") ? `${label} must ${message.slice(5)}` : `${label}: ${message}`;

const missing = /^The field "(.+)" is missing: add it\.$/;

/** Those that are no records of their kind. Each record is checked as one of a document that has only what is touched. */
function checkFormat(draft: Draft, touched: readonly Stands[]): Stands[] {
  const byKind = new Map<RecordKind, Stands[]>();
  for (const it of touched) byKind.set(it.kind, [...(byKind.get(it.kind) ?? []), it]);
  const collections = recordKindNames.flatMap((kind) => {
    const records = byKind.get(kind);
    return records ? [[kind, records.map(({ record }) => record)]] : [];
  });
  const document = { format: "ecosystem/1", ecosystem: { key: "x", name: "x" }, ...Object.fromEntries(collections) };
  return documentIssues(document as EcosystemDocument).flatMap(({ path, message }) => {
    const [, kind, at, ...below] = path.split("/");
    const it = byKind.get(kind as RecordKind)?.[Number(at)];
    if (!it) return [];
    const field = missing.exec(message)?.[1];
    if (field === undefined) tell(draft, it, below.map((part) => `/${part}`).join(""), message);
    else {
      const place = [...below, pointer(field)].map((part) => `/${part}`).join("");
      const label = below.length === 0 ? recordKinds[it.kind].fields[field]?.label : undefined;
      draft.refuse(`${it.path}${place}`, "INVALID", `${label ?? `The field "${field}"`} is missing: add it.`);
    }
    return [it];
  });
}

/** References that were there before still lead somewhere, unless the change removes what they lead to. */
function checkReferences(draft: Draft, { kind, key, record, path, renamed }: Stands): void {
  const before = renamed?.before ?? draft.atHand.stored(kind, key)?.record ?? null;
  for (const reference of recordKinds[kind].references) {
    const { field, to } = reference;
    const isNew = !before || !isSame(fieldsOf(before)[field], fieldsOf(record)[field]);
    for (const name of referencedKeys(record, reference)) {
      const target = draft.find(to, name);
      const exists = target ? target.record !== null : !isNew || draft.atHand.stored(to, name) !== null;
      if (exists) continue;
      const what = `${recordKinds[to].singular} "${name}"`;
      const label = recordKinds[kind].fields[field]!.label;
      const message = target
        ? `the ${what} is deleted by the same change: name another one, or keep it.`
        : `there is no ${what}: create it in the same change, or correct the key.`;
      draft.refuse(`${path}/${field}`, "UNKNOWN_REFERENCE", `${label}: ${message}`);
    }
  }
}

/** Responses are not dated before their move: a move that is dated later may leave one behind. */
function checkResponses(draft: Draft, { key, record, path }: Stands): void {
  const { date } = record as { date: string };
  const before = draft.atHand.stored("moves", key)?.record as { date: string } | undefined;
  if (!before || before.date === date) return;
  for (const { kind, key: name, record: other } of draft.referring("moves", key)) {
    if (kind !== "responses") continue;
    const response = other as { date: string };
    if (response.date < date)
      draft.refuse(
        `${path}/date`,
        "INVALID",
        `Date: the response "${name}" is dated ${response.date}, before this move: correct that first.`,
      );
  }
}
