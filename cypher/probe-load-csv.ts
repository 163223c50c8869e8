import { randomUUID } from "node:crypto";
import neo4j from "neo4j-driver";

// Neither exists: only whether the server attempts to read matters.
const probes: [url: string, what: string][] = [
  [`file:///ecotone-probe-${randomUUID()}.csv`, "files on its machine"],
  ["http://127.0.0.1:1/ecotone-probe.csv", "addresses in its network"],
];

/**
 * Whether an external Neo4j would read files or internal addresses by LOAD CSV: one sentence with the remedy, or null
 * when it would not. Ecotone sends no such query; this is defence in depth.
 */
export async function loadCsvWarning(connection: {
  uri: string;
  username: string;
  password: string;
  database?: string;
}): Promise<string | null> {
  const { uri, username, password, database } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 3_000,
    telemetryDisabled: true,
  });
  const open: string[] = [];
  try {
    for (const [url, what] of probes) {
      const session = driver.session({ ...(database !== undefined && { database }), defaultAccessMode: "READ" });
      try {
        await session.run("LOAD CSV FROM $url AS row RETURN row LIMIT 1", { url }, { timeout: 20_000 });
        open.push(what);
      } catch (error) {
        // A refusal names the setting; an attempt reports that the resource could not be loaded.
        if (/Couldn't load/i.test((error as Error).message)) open.push(what);
      } finally {
        await session.close();
      }
    }
  } finally {
    await driver.close();
  }
  if (open.length === 0) return null;
  return `The Neo4j server at ${uri} lets queries read ${open.join(" and ")} (LOAD CSV), which Ecotone never needs: turn it off with dbms.security.allow_csv_import_from_file_urls=false and internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0 in its neo4j.conf.`;
}
