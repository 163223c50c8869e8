import { parseArgs } from "node:util";
import { DatabaseUnavailable, openDatabase } from "../../cypher/database.ts";
import { QueryProblem, readQuery } from "../../cypher/read-query.ts";
import { parseConfig } from "../server/config.ts";
import { tableOf } from "./table.ts";
import { ownPasswordFile, ownRunningNeo4j, withDatabase } from "./with-database.ts";

// npm run cypher: where the graph is. npm run cypher -- "MATCH …": the answer to a query, which may read only.
const usage = `Usage: npm run cypher -- "QUERY" [--param NAME=VALUE]… [--seconds N] [--json]
       npm run cypher              prints the address of the graph and where its password lies`;
const maxSeconds = 600;

class UsageProblem extends Error {}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        param: { type: "string", multiple: true, default: [] },
        seconds: { type: "string", default: "30" },
        json: { type: "boolean", default: false },
      },
    });
    const [text, ...more] = positionals;
    if (more.length > 0) throw new UsageProblem("Put the query in quotes: it is one argument.");
    const seconds = Number(values.seconds);
    if (!(seconds > 0 && seconds <= maxSeconds))
      throw new UsageProblem(`--seconds must be more than 0 and at most ${maxSeconds}.`);
    return { text, parameters: Object.fromEntries(values.param.map(parameter)), seconds, isJson: values.json };
  } catch (error) {
    throw new UsageProblem(`${(error as Error).message}\n${usage}`);
  }
}

/** A value is JSON where it is valid JSON, and text otherwise: `--param key=sysco --param least=0.5`. */
function parameter(given: string): [string, unknown] {
  const at = given.indexOf("=");
  if (at < 1) throw new UsageProblem(`--param must be NAME=VALUE, not "${given}".`);
  const value = given.slice(at + 1);
  try {
    return [given.slice(0, at), JSON.parse(value)];
  } catch {
    return [given.slice(0, at), value];
  }
}

/** Prints everything that a client needs, except the password itself. */
async function printAddress(): Promise<void> {
  const config = parseConfig(process.env);
  const own = config.neo4j ? null : await ownRunningNeo4j(config.dataFolder);
  const connection = config.neo4j ?? own;
  const passwordIn = config.neo4j ? "the setting NEO4J_PASSWORD" : ownPasswordFile(config.dataFolder);
  const isUp = connection !== null && (await answers(connection));
  if (!isUp && !config.neo4j)
    throw new QueryProblem("The graph is not running: start it with npm start, or give this command a query.");
  if (!connection || !isUp)
    throw new QueryProblem(`No Neo4j answers at ${connection?.uri}: start it, or correct NEO4J_URI.`);
  const { uri, username, database = "the default" } = connection;
  console.log(
    tableOf(
      ["address", "user", "database", "password"],
      [[uri, username, database, `in ${passwordIn}`]],
      Number.POSITIVE_INFINITY,
    ),
  );
  console.error("Read only: what other programs write is missing from the change log, and the app does not see it.");
}

async function answers(connection: Parameters<typeof openDatabase>[0]): Promise<boolean> {
  const db = openDatabase(connection);
  try {
    await db.verify();
    return true;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return false;
    throw error;
  } finally {
    await db.close();
  }
}

try {
  const { text, parameters, seconds, isJson } = readArguments();
  if (text === undefined) await printAddress();
  else
    await withDatabase(async (_, __, connection) => {
      const { columns, rows } = await readQuery(connection, { text, parameters, limitMillis: seconds * 1000 });
      const objects = () => rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
      console.log(isJson ? JSON.stringify(objects(), null, 2) : tableOf(columns, rows));
      if (!isJson) console.error(rows.length === 1 ? "1 row" : `${rows.length} rows`);
    });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
