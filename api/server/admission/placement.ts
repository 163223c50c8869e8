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
 * the two. All other fields take next to none.
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

/** The same of each further day of those that compute for many: what does not change from day to day is kept. */
const millisPerDay: Readonly<Record<string, number>> = { coherenceTrend: 1.7, frames: 1.3, threatTrend: 1.9 };
const daysOfStep: Readonly<Record<string, number>> = { MONTH: 30, QUARTER: 91, YEAR: 365 };
/** Days of a trend of four years by month, which is assumed where the arguments cannot be read. */
const usualDays = 49;

/** For how many days a field computes. */
function countDays({ dates, from, to, step }: Readonly<Record<string, unknown>>): number {
  if (Array.isArray(dates)) return dates.length;
  const span = (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;
  const apart = daysOfStep[String(step)];
  return span > 0 && apart ? Math.floor(span / apart) + 1 : usualDays;
}

/** Milliseconds beyond which a query is a heavy computation. */
const heavyMillis = 250;
/** Records beyond which a change that reads the whole ecosystem is a long one. */
const smallEcosystem = 5_000;

/** Milliseconds beyond which a query is refused: it would be ended before it had an answer. */
const maxEstimate = 60_000;

/** How long an operation is likely to compute, in milliseconds. */
export function estimate({ asked }: Operation, records: number, variables: Variables = {}): number {
  let millis = 0;
  for (const { name, args } of asked) {
    const first = millisPerThousand[name];
    if (first === undefined) continue;
    const ofEachDay = millisPerDay[name];
    const others = ofEachDay === undefined ? 0 : (countDays(args(variables)) - 1) * ofEachDay;
    millis += (first + others) * (records / 1_000);
  }
  return millis;
}

/** Why an operation is refused that would compute for too long; null where it would not. */
export function tooMuchWork(operation: Operation, records: number, variables: Variables): string | null {
  const millis = estimate(operation, records, variables);
  if (millis <= maxEstimate) return null;
  return `This asks for too much at once of an ecosystem of ${records.toLocaleString("en")} records (about ${Math.round(millis / 1_000)} s): ask for fewer measures or days at a time.`;
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
export function laneOf(
  operation: Operation | null,
  bodyBytes: number,
  records: number,
  variables: Variables = {},
): Lane {
  if (operation === null) return "reading";
  if (readsFile(operation) || (operation.isMutation && bodyBytes > maxParsed)) return "importing";
  if (storesEcosystem(operation)) return records > smallEcosystem ? "importing" : "reading";
  return estimate(operation, records, variables) > heavyMillis ? "computing" : "reading";
}
