import neo4j, { type Driver, Neo4jError, type Plan } from "neo4j-driver";

interface Connection {
  uri: string;
  username: string;
  password: string;
  database?: string;
}

interface Asked {
  text: string;
  parameters: Record<string, unknown>;
  /** Time limit, in milliseconds, after which the database ends the query. */
  limitMillis: number;
}

interface Answer {
  columns: string[];
  /** JSON values: nodes and relationships as objects, paths as lists of them, dates as text. */
  rows: unknown[][];
}

/** Expected failure of a user's query: one sentence, with what to do. Shown without a stack. */
export class QueryProblem extends Error {
  override readonly name = "QueryProblem";
}

/** Row limit: all rows are held in memory before they are printed. */
const maxRows = 100_000;

/**
 * Runs a user's query in a READ transaction. A query that would write, change the schema or administer the server is
 * refused before it runs: changes past the app are missing from the change log.
 */
export async function readQuery(connection: Connection, asked: Asked): Promise<Answer> {
  const { uri, username, password, database } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 8_000,
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
    userAgent: "ecotone-cypher",
  });
  try {
    return await read(driver, database, asked);
  } catch (error) {
    throw explained(error, asked);
  } finally {
    await driver.close();
  }
}

async function read(driver: Driver, database: string | undefined, asked: Asked): Promise<Answer> {
  const session = driver.session({
    ...(database !== undefined && { database }),
    defaultAccessMode: neo4j.session.READ,
  });
  const limit = { timeout: asked.limitMillis };
  // The plan says what a query would do; READ alone lets through commands that are addressed to the server.
  const planned = await session.run(`EXPLAIN ${withoutPrefix(asked.text)}`, asked.parameters, limit);
  const { queryType, plan } = planned.summary;
  if (queryType !== "r" || (plan && endsTransactions(plan))) throw new QueryProblem(refusal);
  const tx = await session.beginTransaction(limit);
  const result = tx.run(asked.text, asked.parameters);
  const columns = await result.keys();
  const rows: unknown[][] = [];
  for await (const record of result) {
    if (rows.length === maxRows)
      throw new QueryProblem(`The answer has more than ${maxRows} rows: add LIMIT, or count instead of listing.`);
    rows.push(columns.map((column) => toJson(record.get(column))));
  }
  await tx.commit();
  await session.close();
  return { columns, rows };
}

const refusal =
  "This query does more than read, and was not run: facts change through the app only (import, API), so that every change is in the change log.";

/** EXPLAIN cannot stand before EXPLAIN or PROFILE. */
const withoutPrefix = (text: string) => text.replace(/^\s*(?:EXPLAIN|PROFILE)\b/i, "");

/** TERMINATE TRANSACTIONS counts as reading, and would end an import of somebody else. */
const endsTransactions = ({ operatorType, children }: Plan): boolean =>
  operatorType.startsWith("TerminateTransactions") || children.some(endsTransactions);

function toJson(value: unknown): unknown {
  if (neo4j.isNode(value)) return { labels: value.labels, properties: toJson(value.properties) };
  if (neo4j.isRelationship(value)) return { type: value.type, properties: toJson(value.properties) };
  if (neo4j.isPath(value))
    return [
      toJson(value.start),
      ...value.segments.flatMap(({ relationship, end }) => [toJson(relationship), toJson(end)]),
    ];
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "bigint" || (typeof value === "object" && value !== null && !isPlainObject(value)))
    return String(value);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toJson(part)]));
  // JSON has no NaN and no infinity.
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

const isPlainObject = (value: object) => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

function explained(error: unknown, { limitMillis }: Asked): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code, message } = error;
  if (/AccessMode|Security\.Forbidden/.test(code)) return new QueryProblem(refusal);
  if (/TransactionTimedOut|Terminated/.test(code))
    return new QueryProblem(
      `The query took longer than ${limitMillis / 1000} seconds and was ended: narrow it, or give it more with --seconds.`,
    );
  if (/MemoryPoolOutOfMemory/.test(code))
    return new QueryProblem("The query needs more memory than one transaction may have: narrow it, or add LIMIT.");
  if (/ParameterMissing/.test(code)) return new QueryProblem(`${message}: give it with --param NAME=VALUE.`);
  if (code.startsWith("Neo.ClientError")) return new QueryProblem(withoutExplain(message));
  return error;
}

/** The first line says what is wrong and where, counted from the word EXPLAIN that the person has not written. */
function withoutExplain(message: string): string {
  const [line = ""] = message.split("\n");
  return line.replace(
    /\(line 1, column (\d+) \(offset: (\d+)\)\)/,
    (_, column) => `(line 1, column ${column - before})`,
  );
}
const before = "EXPLAIN ".length;
