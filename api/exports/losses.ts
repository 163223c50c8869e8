import { type AnyRecord, type EcosystemDocument, fieldsOf, type RecordKind } from "../../cypher/model/document.ts";
import { recordKindNames, recordKinds } from "../../cypher/model/record-kinds.ts";
import { listed } from "../shared/format.ts";

/** The kinds of record that a format holds, each with the fields that it does not. */
export type Held = Partial<Record<RecordKind, readonly string[]>>;

/** What of a document a format leaves out, in sentences that name and count it. */
export function lossesOf(document: EcosystemDocument, held: Held): string[] {
  const absent = recordKindNames.flatMap((kind) => {
    const count = held[kind] ? 0 : (document[kind]?.length ?? 0);
    return count === 0
      ? []
      : [`${count.toLocaleString("en")} ${recordKinds[kind][count === 1 ? "singular" : "plural"]}`];
  });
  const fields = recordKindNames.flatMap((kind) => {
    const records = (document[kind] ?? []) as AnyRecord[];
    const lost = (held[kind] ?? []).filter((field) => records.some((record) => isFilled(fieldsOf(record)[field])));
    const labels = lost.map((field) => recordKinds[kind].fields[field]!.label.toLowerCase());
    return labels.length === 0 ? [] : [`Left out of ${recordKinds[kind].plural}: ${listed(labels)}.`];
  });
  const { valueProposition, description, focal } = document.ecosystem;
  const ofHead = [
    ...(focal ? ["the focal firm"] : []),
    ...(valueProposition ? ["the value proposition"] : []),
    ...(description ? ["the description of the ecosystem"] : []),
  ];
  return [
    ...(absent.length > 0 ? [`Left out: ${listed(absent)}.`] : []),
    ...fields,
    ...(ofHead.length > 0 ? [`Left out: ${listed(ofHead)}.`] : []),
  ];
}

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
