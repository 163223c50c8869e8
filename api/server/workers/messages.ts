import type { ChangeSummary } from "../../../cypher/changes/history.ts";
import type { Progress } from "../../changes/imports/progress.ts";
import type { Caller } from "../../schema/context.ts";
import type { AllowedSources } from "../../sources/allowed-sources.ts";

/** How to reach the database; each worker opens a driver of its own. */
export interface Connection {
  uri: string;
  username: string;
  password: string;
  database?: string | undefined;
}

/** An operation to execute, as the main thread received it. */
export interface Job {
  caller: Caller;
  /** The text that the main thread has judged, whatever the body holds; null where it found none. */
  query: string | null;
  /** Whether descriptions of the schema are for the admin only, and names are not suggested. */
  production: boolean;
  method: string;
  /** Path and query string. */
  url: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
  /** The ecosystem that it asks for, where the main thread could tell. */
  ecosystem: string | null;
  /** Whether it may change something. */
  isChange: boolean;
  /** The operation is a subscription, to be answered as events: one for each of these changes. */
  news?: readonly ChangeSummary[] | undefined;
}

/** An ecosystem whose changes are followed, and the revision after which they are told; from now on when absent. */
export interface Follows {
  key: string;
  after: number | undefined;
}

/** An answer, ready to send. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  /** How many records the job's ecosystem has, where it has been loaded. */
  records?: number | undefined;
  /** Of a valid subscription: what it follows. */
  follows?: Follows | undefined;
}

/** What workers do besides answering operations. */
export interface Task {
  name: "prepareGraph" | "loadSeed" | "planReading" | "clearUnfinishedImports" | "purgeDeleted" | "readDueSources";
}

export type LogLevel = "debug" | "info" | "warn" | "error";

export type ToWorker =
  | { type: "open"; connection: Connection; watchesSpace: boolean; sources: AllowedSources }
  | { type: "execute"; id: number; job: Job }
  | { type: "task"; id: number; task: Task }
  | { type: "cancel"; id: number }
  | { type: "ping" }
  | { type: "freeBytes"; id: number; bytes: number | null };

export type FromWorker =
  | { type: "loaded" }
  | { type: "pong" }
  | { type: "answer"; id: number; answer: Answer }
  | { type: "done"; id: number }
  | { type: "failed"; id: number; message: string; error: { name: string; stack?: string | undefined } }
  | { type: "progress"; id: number; progress: Progress }
  | { type: "log"; level: LogLevel; entry: object; message: string }
  | { type: "askFreeBytes"; id: number };
