import { readFileSync } from "node:fs";
import type { Driver } from "neo4j-driver";
import { allKinds } from "../../../cypher/ecosystems/ecosystems.ts";

const textOf = (file: string | URL): string => readFileSync(new URL(file, import.meta.url), "utf8");

/**
 * What the API is held against: a driver, a query, and the rows as the driver hands them over; nothing is checked,
 * named or put in order.
 */
export const plainQueries = {
  /** The API's own query for all facts: no faster one is known. */
  facts: textOf("../../../cypher/ecosystems/read-records.cypher"),
  /** All facts as most programs would ask for them: a row for each, with names. */
  namedFacts: textOf("./named-facts.cypher"),
  /** What a map is drawn from, and no more: as `facts`, only these kinds of record and only the fields that are drawn. */
  map: textOf("./map.cypher"),
  /** The same as most programs would ask for it: one row for each node and edge. */
  mapRows: textOf("./map-rows.cypher"),
};

/** The plain way to do what the API does: batches that write records and what joins them, one change, the log. */
export const plainTexts = {
  changeRecord: textOf("./change-record.cypher"),
  createRecords: textOf("./create-records.cypher"),
  recordChanges: textOf("./record-changes.cypher"),
  createNodes: textOf("./create-nodes.cypher"),
  createLinks: textOf("./create-links.cypher"),
  createRelationships: textOf("./create-relationships.cypher"),
};

/** Reads all rows of the query in one read transaction. */
export async function plainRead(driver: Driver, query: string, ecosystem: string): Promise<number> {
  const session = driver.session({ defaultAccessMode: "READ", fetchSize: -1 });
  try {
    return await session.executeRead(async (tx) => (await tx.run(query, { ecosystem, rows: allKinds })).records.length);
  } finally {
    await session.close();
  }
}
