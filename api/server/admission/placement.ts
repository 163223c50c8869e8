import { maxBatchBody, maxBody, maxImportBody } from "../graphql/limits.ts";
import { maxParsed } from "../graphql/received.ts";
import type { Operation } from "./operation.ts";

/**
 * Lanes of work: reading (answers and small changes, each ecosystem at home in one worker), computing (heavy
 * computations) and importing (large files, and changes of large ecosystems).
 */
export type Lane = "reading" | "computing" | "importing";

/**
 * Milliseconds that a field computes for each thousand records, measured at 12,000 and at 78,000 records, the higher of
 * the two; trends and frames of four years by month. All other fields take next to none.
 */
const millisPerThousand: Readonly<Record<string, number>> = {
  actors: 2,
  boundaries: 3,
  coherence: 17,
  coherenceChange: 20,
  coherenceTrend: 96,
  customerFits: 5,
  document: 5,
  documentOf: 5,
  expectations: 2,
  exportFile: 60,
  exportOptions: 5,
  explainCoherence: 17,
  explainThreat: 20,
  frames: 80,
  interventions: 20,
  map: 19,
  positions: 7,
  questions: 17,
  records: 2,
  referredBy: 2,
  segments: 2,
  threatChange: 40,
  threatTrend: 108,
  threats: 20,
  tidy: 22,
  timeline: 15,
  whatIf: 60,
};

/** Milliseconds beyond which a query is a heavy computation. */
const heavyMillis = 250;
/** Records beyond which a change that reads the whole ecosystem is a long one. */
const smallEcosystem = 5_000;

/** Milliseconds beyond which a query is refused: it would be ended before it had an answer. */
const maxEstimate = 60_000;

/** How long an operation is likely to compute, in milliseconds. */
export function estimate({ fields }: Operation, records: number): number {
  let millis = 0;
  for (const field of fields) millis += (millisPerThousand[field] ?? 0) * (records / 1_000);
  return millis;
}

/** Why an operation is refused that would compute for too long; null where it would not. */
export function tooMuchWork(operation: Operation, records: number): string | null {
  const millis = estimate(operation, records);
  if (millis <= maxEstimate) return null;
  return `This asks for too much at once of an ecosystem of ${records.toLocaleString("en")} records (about ${Math.round(millis / 1_000)} s): ask for fewer measures at a time.`;
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

/**
 * The lane of an operation.
 * @param records how many its ecosystem has; 0 where it has none, or is not known
 */
export function laneOf(operation: Operation | null, bodyBytes: number, records: number): Lane {
  if (operation === null) return "reading";
  if (readsFile(operation) || (operation.isMutation && bodyBytes > maxParsed)) return "importing";
  if (storesEcosystem(operation)) return records > smallEcosystem ? "importing" : "reading";
  return estimate(operation, records) > heavyMillis ? "computing" : "reading";
}
