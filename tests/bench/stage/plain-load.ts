import type { Driver, Transaction } from "neo4j-driver";
import type { AnyRecord, EcosystemDocument } from "../../../cypher/model/document.ts";
import { recordKindNames } from "../../../cypher/model/record-kinds.ts";
import { plainRelationshipsOf } from "../../../cypher/records/plain-relationships.ts";
import { labelsOf, linksOf, toProperties } from "../../../cypher/records/stored-record.ts";
import { plainTexts } from "../plain/plain.ts";

const batch = 5_000;

/** A document's records as rows ready for UNWIND: made before the clock runs, so the plain driver does nothing but write. */
export function plainRowsOf(document: EcosystemDocument) {
  const ecosystem = document.ecosystem.key;
  const all = recordKindNames.flatMap((kind) =>
    ((document[kind] ?? []) as AnyRecord[]).map((record) => [kind, record as never] as const),
  );
  return {
    nodes: all.map(([kind, record]) => ({
      properties: toProperties(ecosystem, kind, record, 1),
      labels: labelsOf(kind, record),
    })),
    links: all.flatMap(([kind, record]) => linksOf(kind, record)),
    relationships: all.flatMap(([kind, record]) => plainRelationshipsOf(kind, record)),
  };
}

export type PlainRows = ReturnType<typeof plainRowsOf>;

/** Nodes, references and plain relationships, without a change log, one transaction for each batch: what a loader of one's own would do. */
export async function writePlainly(driver: Driver, ecosystem: string, rows: PlainRows): Promise<void> {
  const session = driver.session();
  const inBatches = async (query: string, rows: object[]) => {
    for (let start = 0; start < rows.length; start += batch) {
      const parameters = { ecosystem, rows: rows.slice(start, start + batch) };
      await session.executeWrite((tx: Pick<Transaction, "run">) => tx.run(query, parameters));
    }
  };
  await inBatches(plainTexts.createNodes, rows.nodes);
  await inBatches(plainTexts.createLinks, rows.links);
  await inBatches(plainTexts.createRelationships, rows.relationships);
  await session.close();
}
