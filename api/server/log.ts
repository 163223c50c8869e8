import pino, { type Logger } from "pino";

export type Log = Pick<Logger, "info" | "warn" | "error" | "debug">;

/** Structured logs, one JSON line each, to stderr; stdout is for people. */
export function createLog(level: string = process.env.ECOTONE_LOG ?? "warn"): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}
