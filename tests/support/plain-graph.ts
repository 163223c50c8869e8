import neo4j, { type Driver } from "neo4j-driver";
import { expect, inject } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { type Database, openDatabase } from "../../cypher/database.ts";
import { readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";

// Plain relationships as docs/graph.md tells of them: written from its text, and sharing nothing with the code that
// writes them.

const types =
  "SUPPLIES PARTNERS_WITH OWNS COMPETES_WITH DEPENDS_ON CLAIMS ADOPTS PROVIDES COVERS HAS_CAPABILITY TAKES_PART_IN HOLDS_STANCE OPERATES".split(
    " ",
  );

/** Properties in one order, without those that are unknown. */
const told = (properties: object) =>
  JSON.stringify(
    Object.entries(properties)
      .filter(([, value]) => value !== undefined && value !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
const line = (from: string, type: string, to: string, properties: object) =>
  `(${from})-[${type} ${told(properties)}]->(${to})`;
const label = (kind: string) => kind.replace(/(?:^|_)(.)([^_]*)/g, (_, first, rest) => first + rest.toLowerCase());

/** What the graph is to show of a document. */
function meant(document: EcosystemDocument): string[] {
  const labels = new Map(document.actors?.map(({ key, kinds }) => [key, ["Actor", ...kinds.map(label)].sort()]));
  const actor = (key: string) => `${labels.get(key)} ${key}`;
  const lines: string[] = [];
  const all = <R>(list: R[] | undefined, say: (record: R) => void) => (list ?? []).forEach(say);
  all(document.relations, ({ from, to, type, volume, share, validFrom, validTo, confidence }) => {
    const record = `${from}|${to}|${type}|${validFrom ?? ""}`;
    lines.push(line(actor(from), type, actor(to), { volume, share, validFrom, validTo, confidence, record }));
  });
  all(document.claims, ({ by, about, activity, extent, lead, validFrom, validTo, confidence }) => {
    const record = `${by ?? ""}|${about}|${activity}|${validFrom ?? ""}`;
    const properties = { extent, lead, by, validFrom, validTo, confidence, record };
    lines.push(line(actor(about), "CLAIMS", `Activity ${activity}`, properties));
  });
  all(document.adoptions, ({ actor: who, standard, extent, validFrom, validTo, confidence }) => {
    const record = `${who}|${standard}|${validFrom ?? ""}`;
    lines.push(line(actor(who), "ADOPTS", `Standard ${standard}`, { extent, validFrom, validTo, confidence, record }));
  });
  all(document.actorCapabilities, ({ actor: who, capability, level, validFrom, validTo, confidence }) => {
    const properties = { level, validFrom, validTo, confidence, record: `${who}|${capability}|${validFrom ?? ""}` };
    lines.push(line(actor(who), "HAS_CAPABILITY", `Capability ${capability}`, properties));
  });
  all(document.stances, ({ actor: who, topic, position, salience, validFrom, validTo, confidence }) => {
    const record = `${who}|${topic}|${validFrom ?? ""}`;
    const properties = { position, salience, validFrom, validTo, confidence, record };
    lines.push(line(actor(who), "HOLDS_STANCE", `Topic ${topic}`, properties));
  });
  all(document.offerings, ({ key, provider, activities = [], validFrom, validTo, confidence }) => {
    const properties = { validFrom, validTo, confidence, record: key };
    lines.push(line(actor(provider), "PROVIDES", `Offering ${key}`, properties));
    for (const activity of activities)
      lines.push(line(`Offering ${key}`, "COVERS", `Activity ${activity}`, properties));
  });
  all(document.initiatives, ({ key, participants, validFrom, validTo, confidence }) => {
    for (const who of participants) {
      const properties = { validFrom, validTo, confidence, record: key };
      lines.push(line(actor(who), "TAKES_PART_IN", `Initiative ${key}`, properties));
    }
  });
  all(document.installations, ({ key, customer, validFrom, validTo, confidence }) => {
    const properties = { validFrom, validTo, confidence, record: key };
    lines.push(line(actor(customer), "OPERATES", `Installation ${key}`, properties));
  });
  return lines.sort();
}

/** The tests' database, with what it shows to readers of the graph. */
export class PlainGraph {
  readonly who = "Tester";

  private constructor(
    readonly db: Database,
    private readonly driver: Driver,
  ) {}

  static async open(): Promise<PlainGraph> {
    const { uri, username, password } = inject("neo4j");
    const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
    const db = openDatabase(inject("neo4j"));
    await migrate(db);
    return new PlainGraph(db, driver);
  }

  async close(): Promise<void> {
    await this.db.close();
    await this.driver.close();
  }

  store(document: EcosystemDocument, more: object = {}) {
    const content = JSON.stringify(document);
    return importEcosystem(this.db, { format: "ECOSYSTEM", content, who: this.who, ...more });
  }

  async run(query: string, parameters: object = {}) {
    return (await this.driver.executeQuery(query, parameters)).records.map((record) => record.toObject());
  }

  /** What the graph shows of an ecosystem to those who ask for the types by name, and anything else of their shape. */
  async shown(ecosystem: string): Promise<string[]> {
    const rows = await this.run(
      `MATCH (a)-[p]->(b) WHERE a.ecosystem = $ecosystem AND (type(p) IN $types OR size(keys(p)) > 0)
       RETURN labels(a) AS fromLabels, a.key AS from, type(p) AS type, properties(p) AS properties, labels(b) AS toLabels, b.key AS to`,
      { ecosystem, types },
    );
    const end = (labels: string[], key: string) => `${labels.filter((name) => name !== "Record").sort()} ${key}`;
    return rows
      .map((row) => line(end(row.fromLabels, row.from), row.type, end(row.toLabels, row.to), row.properties))
      .sort();
  }

  /** Whether the graph shows what its document means; how many relationships that are. */
  async expectTheSame(ecosystem: string): Promise<number> {
    const document = (await readDocument(this.db, ecosystem))!.document;
    const expected = meant(document);
    expect(await this.shown(ecosystem)).toEqual(expected);
    return expected.length;
  }
}
