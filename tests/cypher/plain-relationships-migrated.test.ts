import { afterAll, beforeAll, expect, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import type { Database } from "../../cypher/database.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
import { documentOf } from "../bench/ecosystems.ts";
import { disturbed } from "../support/disturbed-database.ts";
import { fullDocument } from "../support/full-document.ts";
import { PlainGraph } from "../support/plain-graph.ts";

// The migration that writes plain relationships for what earlier versions have stored.

let graph: PlainGraph;
beforeAll(async () => {
  graph = await PlainGraph.open();
});
afterAll(() => graph.close());

test("a store of an earlier version gets them at the start, also when that was cut off, and none twice", async () => {
  const small = fullDocument("plain-earlier");
  await graph.store(small);
  await graph.store(documentOf(6_000, "plain-earlier-large"));
  const forget = async () => {
    await graph.run(
      "MATCH (a)-[p]->() WHERE a.ecosystem STARTS WITH 'plain-earlier' AND p.record IS NOT NULL DELETE p",
    );
    await graph.run("MATCH (m:Migration {name: '008-plain-relationships'}) DELETE m");
  };
  await forget();
  // What an earlier version had staged carries the labels of the graph.
  await graph.run("CREATE (:Staged:Actor {ecosystem: 'plain-earlier-cut', recordKind: 'actors', identity: 'left'})");
  expect(await graph.shown("plain-earlier")).toEqual([]);

  let pages = 0;
  const failing: Database = {
    ...graph.db,
    transaction: (work, limit) => {
      if (++pages > 7) throw new Error("The power is out.");
      return graph.db.transaction(work, limit);
    },
  };
  await expect(migrate(failing)).rejects.toThrow("The power is out.");
  await migrate(graph.db);
  await graph.expectTheSame("plain-earlier");
  expect(await graph.expectTheSame("plain-earlier-large")).toBeGreaterThan(2_000);
  expect(await graph.run("MATCH (a:Actor {ecosystem: 'plain-earlier-cut'}) RETURN a")).toEqual([]);

  // A second run, over what is there already, with a change in between.
  await graph.run("MATCH (m:Migration {name: '008-plain-relationships'}) DELETE m");
  await graph.store({ ...small, adoptions: [] }, { replace: true });
  await migrate(graph.db);
  await graph.expectTheSame("plain-earlier");
  await graph.expectTheSame("plain-earlier-large");
});

test("records that an earlier version has staged, under its own label, are cleared like any others", async () => {
  const staged = () => graph.run("MATCH (r:Staged {ecosystem: 'earlier'}) RETURN r");
  await graph.run("MATCH (m:Migration {name: '007-staged-records.cypher'}) DELETE m");
  await graph.run("CREATE (:Aside {ecosystem: 'earlier', recordKind: 'actors', identity: 'left'})");
  await migrate(graph.db);
  expect(await graph.run("MATCH (r:Aside) RETURN r")).toEqual([]);
  expect(await staged()).toHaveLength(1);
  await graph.store(documentOf(6_000, "earlier"));
  expect(await staged()).toEqual([]);
});

test("a migration that begins while an import is staging leaves alone what it stages", async () => {
  await graph.run("MATCH (m:Migration {name: '008-plain-relationships'}) DELETE m");
  let migrating: Promise<void> | undefined;
  /** Until the migration has cleared, or waits for the lock to. */
  const migratingSoon = () =>
    new Promise<void>((done, failed) => {
      migrating = migrate(disturbed(graph.db, (query) => query === "lock-ecosystem" && done()));
      migrating.catch(failed);
    });
  const meanwhile = disturbed(graph.db, (query) => query === "publish-staged" && migratingSoon());
  const document = documentOf(6_000, "staging");
  const request = { format: "ECOSYSTEM", content: JSON.stringify(document), who: graph.who } as const;
  expect(await importEcosystem(meanwhile, request)).toMatchObject({ created: 6_000, errors: [] });
  await migrating;
  await graph.expectTheSame("staging");
});
