import { afterAll, beforeAll, expect, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

const [rounds, editors] = [50, 20];
/** Servers on one database, each with a lock, a cache and sessions of its own. */
let servers: TestApi[];
const key = `at-once-${process.pid}`;

beforeAll(async () => {
  servers = [await startApi(), await startApi(), await startApi()];
  const content = JSON.stringify(smallEcosystem(key));
  const outcome = await importEcosystem(servers[0]!.db, { format: "ECOSYSTEM", content, who: "Tester" });
  expect(outcome.errors).toEqual([]);
});
afterAll(async () => {
  for (const server of servers ?? []) await server.close();
});

const text = `mutation ($input: ChangeRecordsInput!) {
  changeRecords(input: $input) { revision errors { code } conflicts { field theirs yours who version } }
}`;

test("of twenty editors who change one record at once exactly one wins each round; the others get both values", async () => {
  const people = await Promise.all(
    Array.from({ length: editors }, async (_, at) => {
      const server = servers[at % servers.length]!;
      return { server, name: `Editor ${at}`, cookie: await server.signIn(`Editor ${at}`) };
    }),
  );
  let version = 1;
  for (let round = 0; round < rounds; round++) {
    const answers = await Promise.all(
      people.map(async ({ server, name, cookie }) => {
        const changes = [{ actor: { key: "mill", expectedVersion: version, name: `${name} in round ${round}` } }];
        const answer = await server.query(text, { input: { ecosystem: key, changes } }, { cookie, "x-csrf": "1" });
        expect([answer.status, answer.errors]).toEqual([200, undefined]);
        return { name, ...answer.data.changeRecords };
      }),
    );
    const winners = answers.filter(({ revision }) => revision !== null);
    expect(winners).toMatchObject([{ revision: version + 1, errors: [], conflicts: [] }]);
    version += 1;
    const theirs = `${winners[0].name} in round ${round}`;
    for (const { name, revision, errors, conflicts } of answers) {
      if (revision !== null) continue;
      expect(errors).toEqual([{ code: "CONFLICT" }]);
      expect(conflicts).toEqual([
        { field: "name", theirs, yours: `${name} in round ${round}`, who: winners[0].name, version },
      ]);
    }
  }
  const { data } = await servers[0]!.query(
    `{ ecosystem(key: "${key}") { revision actor(key: "mill") { version history(first: 100) { revision } } } }`,
  );
  expect(data.ecosystem.revision).toBe(rounds + 1);
  expect(data.ecosystem.actor.history).toHaveLength(rounds + 1);
});
