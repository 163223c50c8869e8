import { maxBatchBody, maxBody, maxImportBody } from "../graphql/limits.ts";
import { maxParsed } from "../graphql/received.ts";
import type { Operation, Variables } from "./operation.ts";

/**
 * Lanes of work: reading (answers and small changes, each ecosystem at home in one worker), computing (heavy
 * computations) and importing (large files, and changes of large ecosystems).
 */
export type Lane = "reading" | "computing" | "importing";

/**
 * Milliseconds that a field computes for each thousand records, measured at 12,000 and at 78,000 records, the higher of
 * the two; of one date. All other fields take next to none.
 */
const millisPerThousand: Readonly<Record<string, number>> = {
  actors: 2,
  boundaries: 3,
  coherence: 17,
  coherenceChange: 20,
  coherenceTrend: 17,
  customerFits: 5,
  document: 5,
  documentOf: 5,
  expectations: 2,
  exportFile: 60,
  exportOptions: 5,
  explainCoherence: 17,
  explainThreat: 20,
  frames: 19,
  interventions: 20,
  map: 19,
  positions: 7,
  questions: 17,
  records: 2,
  referredBy: 2,
  segments: 2,
  threatChange: 40,
  threatTrend: 20,
  threats: 20,
  tidy: 22,
  timeline: 15,
  whatIf: 60,
};

/** The same for each date after the first, measured over four years by month: what has not changed is not computed anew. */
const millisForAnotherDate: Readonly<Record<string, number>> = {
  coherenceTrend: 1.7,
  frames: 1.3,
  threatTrend: 1.9,
};

/** Milliseconds beyond which a query is a heavy computation. */
const heavyMillis = 250;
/** Records beyond which a change that reads the whole ecosystem is a long one. */
const smallEcosystem = 5_000;

/** Milliseconds beyond which a query is refused: it would be ended before it had an answer. */
const maxEstimate = 60_000;

/** How long an operation is likely to compute, in milliseconds. */
export function estimate({ fields, dates }: Operation, variables: Variables, records: number): number {
  let perThousand = 0;
  for (const field of fields) perThousand += millisPerThousand[field] ?? 0;
  for (const { field, count } of dates(variables)) perThousand += (millisForAnotherDate[field] ?? 0) * (count - 1);
  return perThousand * (records / 1_000);
}

/** Why an operation is refused that would compute for too long; null where it would not. */
export function tooMuchWork(operation: Operation, variables: Variables, records: number): string | null {
  const millis = estimate(operation, variables, records);
  if (millis <= maxEstimate) return null;
  return `This asks for too much at once of an ecosystem of ${records.toLocaleString("en")} records (about ${Math.round(millis / 1_000)} s): ask for fewer measures or dates at a time.`;
}

/** Whether it reads a file, of whatever size, that was sent before. */
const readsFile = ({ fields }: Operation): boolean =>
  ["previewImport", "importFile", "readImportSource"].some((field) => fields.has(field));

export const isImport = (operation: Operation): boolean =>
  operation.fields.has("importEcosystem") || readsFile(operation);

/** Whether it stores a whole ecosystem, in a transaction that may take as long as an import's. */
export const storesEcosystem = (operation: Operation): boolean =>
  isImport(operation) || operation.fields.has("copyEcosystem");

/** Bytes of the body of an operation. */
export function maxBodyOf(operation: Operation | null): number {
  if (operation?.fields.has("importEcosystem")) return maxImportBody;
  // A file within the operation is small, its mapping may not be.
  return operation && (operation.fields.has("changeRecords") || readsFile(operation)) ? maxBatchBody : maxBody;
}

/** The lane of an operation. `records` are those of its ecosystem; 0 where it has none, or they are not known. */
export function laneOf(
  operation: Operation | null,
  { variables, bodyBytes, records }: { variables: Variables; bodyBytes: number; records: number },
): Lane {
  if (operation === null) return "reading";
  if (readsFile(operation) || (operation.isMutation && bodyBytes > maxParsed)) return "importing";
  if (storesEcosystem(operation)) return records > smallEcosystem ? "importing" : "reading";
  return estimate(operation, variables, records) > heavyMillis ? "computing" : "reading";
}
