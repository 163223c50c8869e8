import type { RecordKind } from "../graphql/schema-types.ts";

// Names of records that the page has seen, by key: a reference holds a key, and a form shows the name.
const labels = new Map<string, string>();

const nameOf = (ecosystem: string, kind: RecordKind, key: string) => `${ecosystem} ${kind} ${key}`;

export const noteLabel = (ecosystem: string, kind: RecordKind, key: string, label: string): void =>
  void labels.set(nameOf(ecosystem, kind, key), label);

/** The name of a record; its key where the page has not met it. */
export const labelOf = (ecosystem: string, kind: RecordKind, key: string): string =>
  labels.get(nameOf(ecosystem, kind, key)) ?? key;
