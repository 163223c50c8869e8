import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { AnyRecord, RecordKind } from "../model/document.ts";
import { labelsOf, toProperties } from "./stored-record.ts";

export interface NewRecord {
  kind: RecordKind;
  key: string;
  after: AnyRecord;
}

const create = defineQuery<{ rows: object[] }, { id: string }>(
  import.meta.url,
  "create-records.cypher",
  ["rows"],
  z.object({ id: z.string() }),
);

/**
 * Creates a node for each record: "Record" nodes are found by queries and have the labels of their kind; "Staged" nodes
 * have no other label, so that readers of the graph do not see them.
 * @returns the nodes' element ids, in the order of the records.
 */
export async function createRecords(
  tx: Transaction,
  ecosystem: string,
  label: "Record" | "Staged",
  records: readonly NewRecord[],
  version: number,
): Promise<string[]> {
  if (records.length === 0) return [];
  const rows = records.map(({ kind, after }) => ({
    properties: toProperties(ecosystem, kind, after, version),
    labels: label === "Staged" ? [label] : [label, ...labelsOf(kind, after)],
  }));
  return (await tx.run(create, { rows })).map(({ id }) => id);
}
