import type { Caller } from "../../schema/context.ts";

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
}

/** An answer, ready to send. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  /** How many records the job's ecosystem has, where it has been loaded. */
  records?: number | undefined;
}

/** What workers do besides answering operations. */
export interface Task {
  name: "prepareGraph" | "loadSeed" | "planReading" | "clearUnfinishedImports";
}

export type LogLevel = "debug" | "info" | "warn" | "error";

export type ToWorker =
  | { type: "open"; connection: Connection; watchesSpace: boolean }
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
  | { type: "log"; level: LogLevel; entry: object; message: string }
  | { type: "askFreeBytes"; id: number };
