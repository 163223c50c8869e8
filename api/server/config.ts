import { availableParallelism, totalmem } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { type AllowedSources, InvalidSource, parseAllowedSources } from "../sources/allowed-sources.ts";

/** Configuration of one run, read once from the environment. */
export interface Config {
  port: number;
  host: string;
  /** Address at which people open the app, without a trailing slash: that of a proxy, or of this machine in a network. */
  publicUrl?: string;
  /** Absolute path of the folder that holds the app's own Neo4j. */
  dataFolder: string;
  /** Absolute path of the cache for Neo4j's jars and class-data archive; the data folder when absent. */
  cacheFolder?: string;
  /** Bearer token for programs that call the API; without one, only one-time links sign in. */
  adminToken?: string;
  /** External Neo4j server in place of the app's own. */
  neo4j?: { uri: string; username: string; password: string; database?: string };
  /** Largest Java heap of the app's own Neo4j, in megabytes. */
  heapMegabytes: number;
  /** Worker threads that execute operations. */
  workers: number;
  /** Largest heap of each worker, in megabytes. */
  workerHeapMegabytes: number;
  /** What the server may read files from, for live sources. */
  sources?: AllowedSources;
  /** False with NODE_ENV=development or test: only then is introspection open to everyone who is signed in. */
  production: boolean;
}

/**
 * Address to open in a browser, without a trailing slash: the public one if it is set, else this machine's where the app
 * listens on all interfaces.
 */
export function originOf({ host, port, publicUrl }: Pick<Config, "host" | "port" | "publicUrl">): string {
  if (publicUrl !== undefined) return publicUrl;
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

/** Invalid configuration: one sentence per setting, each on its own line. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** One for each core and one more, since the main thread is idle most of the time: reading, computing and importing. */
const defaultWorkers = (): number => Math.min(9, Math.max(3, availableParallelism() + 1));
/** A quarter of the machine's memory, which two workers seldom use at once. */
const defaultWorkerHeap = (): number => Math.min(2_048, Math.max(512, Math.floor(totalmem() / 4_000_000)));

const wholeNumber = (name: string, low: number, high: number, otherwise: number) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return otherwise;
      const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      if (number >= low && number <= high) return number;
      context.addIssue(`${name} must be a whole number from ${low} to ${high}, not "${text}".`);
      return z.NEVER;
    });

const Environment = z
  .object({
    PORT: wholeNumber("PORT", 0, 65_535, 4000),
    HOST: z
      .string()
      .default("127.0.0.1")
      .refine((host) => /^[\w.:-]+$/.test(host), "HOST must be an IP address or a host name, such as 127.0.0.1."),
    PUBLIC_URL: z
      .string()
      .transform((text) => (URL.canParse(text) ? new URL(text) : null))
      .refine(
        (url) => url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`,
        "PUBLIC_URL must be an address such as https://ecotone.example.org, without a path.",
      )
      .transform((url) => url?.origin)
      .optional(),
    ECOTONE_DATA: z.string().default(".ecotone"),
    ECOTONE_CACHE: z.string().optional(),
    ECOTONE_ADMIN_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{16,}$/, "ECOTONE_ADMIN_TOKEN must have at least 16 characters, without spaces.")
      .optional(),
    ECOTONE_HEAP_MB: wholeNumber("ECOTONE_HEAP_MB", 256, 65_536, 1024),
    ECOTONE_WORKERS: wholeNumber("ECOTONE_WORKERS", 1, 64, defaultWorkers()),
    ECOTONE_WORKER_HEAP_MB: wholeNumber("ECOTONE_WORKER_HEAP_MB", 256, 65_536, defaultWorkerHeap()),
    ECOTONE_SOURCES: z
      .string()
      .optional()
      .transform((text, context) => {
        try {
          return text === undefined ? undefined : parseAllowedSources(text);
        } catch (error) {
          if (!(error instanceof InvalidSource)) throw error;
          context.addIssue(`ECOTONE_SOURCES: ${error.message}`);
          return z.NEVER;
        }
      }),
    NEO4J_URI: z
      .string()
      .refine(
        (text) => /^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^\s/]+$/.test(text),
        "NEO4J_URI must be an address such as neo4j://host:7687, bolt://host:7687 or neo4j+s://host.",
      )
      .optional(),
    NEO4J_USERNAME: z.string().optional(),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9.-]{2,62}$/, "NEO4J_DATABASE must be a database name, such as neo4j.")
      .optional(),
    NODE_ENV: z.string().optional(),
  })
  .superRefine((env, context) => {
    if (env.NEO4J_URI !== undefined && env.NEO4J_PASSWORD === undefined) {
      context.addIssue("NEO4J_URI is set but NEO4J_PASSWORD is not: set both, or neither to use the app's own Neo4j.");
    }
    for (const name of ["NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"] as const) {
      if (env.NEO4J_URI !== undefined || env[name] === undefined) continue;
      context.addIssue(`${name} is set but NEO4J_URI is not: set both, or neither to use the app's own Neo4j.`);
    }
  });

/** Parses the environment; throws a ConfigError that names every invalid setting. An empty setting counts as not set. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message).join("\n"));
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    ...(data.PUBLIC_URL !== undefined && { publicUrl: data.PUBLIC_URL }),
    dataFolder: resolve(data.ECOTONE_DATA),
    ...(data.ECOTONE_CACHE !== undefined && { cacheFolder: resolve(data.ECOTONE_CACHE) }),
    ...(data.ECOTONE_ADMIN_TOKEN !== undefined && { adminToken: data.ECOTONE_ADMIN_TOKEN }),
    ...(data.NEO4J_URI !== undefined &&
      data.NEO4J_PASSWORD !== undefined && {
        neo4j: {
          uri: data.NEO4J_URI,
          username: data.NEO4J_USERNAME ?? "neo4j",
          password: data.NEO4J_PASSWORD,
          ...(data.NEO4J_DATABASE !== undefined && { database: data.NEO4J_DATABASE }),
        },
      }),
    heapMegabytes: data.ECOTONE_HEAP_MB,
    workers: data.ECOTONE_WORKERS,
    workerHeapMegabytes: data.ECOTONE_WORKER_HEAP_MB,
    ...(data.ECOTONE_SOURCES !== undefined && { sources: data.ECOTONE_SOURCES }),
    production: data.NODE_ENV !== "development" && data.NODE_ENV !== "test",
  };
}
