import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { createInvite, findSession, redeemInvite } from "../../cypher/sessions/sessions.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

// The machine's clock jumps (docs/operations.md, fault 14). Only what Date says is changed: timers go on as they are.

let api: TestApi;
beforeAll(async () => {
  // The clock that jumps is this thread's.
  api = await startApi({ inThisThread: true });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => api?.close());
const hour = 3_600_000;
const jump = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

test("the change log keeps its order by revision, whatever the clock said", async () => {
  const key = `clock-${process.pid}`;
  const content = JSON.stringify(smallEcosystem(key));
  expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
  const move = async (x: number) => {
    const pins = [{ kind: "ACTOR", key: "sysco", x, y: 0 }];
    const text = "mutation ($input: SaveLayoutInput!) { saveLayout(input: $input) { revision } }";
    const { data } = await api.query(text, { input: { ecosystem: key, lens: "NETWORK", pins } });
    return data.saveLayout.revision as number;
  };
  const made = [await move(1)];
  jump(-hour);
  made.push(await move(2));
  jump(25 * hour);
  made.push(await move(3));
  jump(-24 * hour);
  made.push(await move(4));
  expect(made).toEqual([2, 3, 4, 5]);
  const { data } = await api.query(`{ ecosystem(key: "${key}") { changes(first: 4) { revision at } } }`);
  const changes = data.ecosystem.changes as { revision: number; at: string }[];
  expect(changes.map(({ revision }) => revision)).toEqual([5, 4, 3, 2]);
  const times = changes.map(({ at }) => at);
  expect(times, "the clock did jump").not.toEqual([...times].sort().reverse());
});

test("a session or a link that has been seen to be over stays so, for a process with another clock too", async () => {
  const link = {
    tokenHash: randomUUID(),
    name: "Ada",
    personId: "p-ada",
    role: "reader",
    expiresAt: "2030-01-02",
  } as const;
  const session = { sessionHash: randomUUID(), expiresAt: "2030-02-01" };
  await createInvite(api.db, link);
  expect(await redeemInvite(api.db, { ...session, tokenHash: link.tokenHash, now: "2030-01-01" })).toBe("Ada");
  const at = (now: string) => findSession(api.db, { sessionHash: session.sessionHash, now });
  expect(await at("2030-01-31")).toEqual({ name: "Ada", id: "p-ada", role: "reader" });
  expect(await at("2030-02-01")).toBeNull();
  expect(await at("2030-01-31")).toBeNull();

  const late = { ...link, tokenHash: randomUUID(), name: "Ben", expiresAt: "2030-01-02" };
  await createInvite(api.db, late);
  const redeem = (now: string) =>
    redeemInvite(api.db, { sessionHash: randomUUID(), expiresAt: "2030-02-01", tokenHash: late.tokenHash, now });
  expect(await redeem("2030-01-03")).toBeNull();
  expect(await redeem("2030-01-01")).toBeNull();
});

// Last: for this process it stays a month later.
test("a session that a jump has ended does not revive when the clock is put right", async () => {
  const cookie = await api.signIn("Cleo");
  const status = async () => (await api.query("{ me { name } }", {}, { cookie, "x-csrf": "1" })).status;
  expect(await status()).toBe(200);
  jump(-hour);
  expect(await status()).toBe(200);
  jump(31 * 24 * hour);
  expect(await status()).toBe(401);
  vi.useRealTimers();
  expect(await status()).toBe(401);
  const again = await api.signIn("Cleo");
  expect((await api.query("{ me { name } }", {}, { cookie: again, "x-csrf": "1" })).data.me.name).toBe("Cleo");
});
