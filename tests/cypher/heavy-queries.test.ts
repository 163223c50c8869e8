import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";
import { createMaskError } from "../../api/server/graphql/mask-error.ts";
import { type Database, openDatabase, type Query } from "../../cypher/database.ts";
import { listEcosystems } from "../../cypher/ecosystems/ecosystems.ts";

// A query that never ends or needs all memory is ended, and nobody else notices (docs/operations.md, fault 53).

let db: Database;
let driver: Driver;
beforeAll(() => {
  const { uri, username, password } = inject("neo4j");
  db = openDatabase({ uri, username, password });
  driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
});
afterAll(async () => {
  await db.close();
  await driver.close();
});

const heavy = (text: string): Query<object, object> => ({ name: "heavy", text, parameters: [], row: z.object({}) });
const running = async (mark: string) => {
  const { records } = await driver.executeQuery("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery");
  return records.filter((record) => String(record.get(0)).includes(mark)).length;
};

test("a product without end is given up at its limit, ended in the database too, and others are answered meanwhile", async () => {
  const product = heavy("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS product");
  const start = performance.now();
  const endless = db.reading((tx) => tx.run(product, {}), 3_000).catch((error: unknown) => error);
  await expect.poll(() => running("AS product")).toBe(1);
  for (let at = 0; at < 5; at++) expect(await listEcosystems(db)).toBeInstanceOf(Array);
  expect(await running("AS product"), "it was still running meanwhile").toBe(1);
  expect(await endless).toMatchObject({ code: "UNAVAILABLE" });
  // By its own limit of 3 s: the server's, of 30 s, would have ended it later.
  expect(performance.now() - start).toBeLessThan(25_000);
  await expect.poll(() => running("AS product")).toBe(0);
  // No user of ours sends one, and our own settings end what nobody else would.
  const { records } = await driver.executeQuery(
    "SHOW SETTINGS YIELD name, value WHERE name IN ['db.transaction.timeout', 'db.memory.transaction.max'] RETURN value",
  );
  expect(records.map((record) => record.get(0)).sort()).toEqual(["30s", "600.00MiB"]);
});

test("more memory than one transaction may have is refused in a sentence, not tried again, and others are answered", async () => {
  const hoard = heavy(
    "UNWIND range(1, 200000000) AS a WITH collect(toString(a) + ' in memory') AS hoard RETURN size(hoard) AS size",
  );
  let tries = 0;
  const refused = db
    .reading((tx) => {
      tries++;
      return tx.run(hoard, {});
    }, 60_000)
    .catch((error: unknown) => error);
  expect(await listEcosystems(db)).toBeInstanceOf(Array);
  // Whoever asked by HTTP is told so too: it is theirs to mend.
  expect(createMaskError({} as never)(await refused)).toMatchObject({
    message: "This is more than the database's memory for one transaction: split it.",
    extensions: { code: "BAD_USER_INPUT" },
  });
  expect(tries).toBe(1);
  await expect(db.read(hoard, {})).rejects.toThrow("for one transaction: split it.");
  expect(await listEcosystems(db)).toBeInstanceOf(Array);
});
