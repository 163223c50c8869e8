import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ChangeQueue } from "../../../web/changes/change-queue.ts";
import type { Outcome } from "../../../web/changes/outcome.ts";
import { QueueStorage } from "../../../web/changes/queue-storage.ts";
import { notStored, type RecordEdit } from "../../../web/changes/record-edits.ts";
import { MemoryStorage, SmallStore } from "./small-store.ts";

let store: SmallStore;
let browser: MemoryStorage;
let stored: { revision: number; label: string }[];
let storage: QueueStorage;

beforeEach(() => {
  vi.useFakeTimers();
  store = new SmallStore();
  for (const key of ["sysco", "rotor", "pumpco"]) store.put(key, { name: key, country: "FI" });
  browser = new MemoryStorage();
  stored = [];
});
afterEach(() => vi.useRealTimers());

function queueOf(tab = "tab"): ChangeQueue {
  storage = new QueueStorage("plan", tab, browser);
  return new ChangeQueue({
    send: store.send,
    storage,
    onStored: (revision, label) => stored.push({ revision, label }),
  });
}
const update = (key: string, fields: object): RecordEdit => ({
  does: "update",
  record: store.read(key),
  fields: { ...fields },
});
const label = { label: "An edit" };
const value = (key: string, field: string) => store.actors.get(key)?.data[field];

describe("batches", () => {
  test("edits within a second go as one batch, the next ones as another", async () => {
    const queue = queueOf();
    void queue.submit([update("sysco", { country: "SE" })], label);
    await vi.advanceTimersByTimeAsync(600);
    void queue.submit([update("rotor", { country: "DE" })], label);
    expect(store.requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(400);
    expect(store.requests.map(({ changes }) => changes.length)).toEqual([2]);
    void queue.submit([update("pumpco", { country: "AT" })], label);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.requests.map(({ changes }) => changes.length)).toEqual([2, 1]);
    expect(stored).toEqual([
      { revision: 2, label: "2 changes" },
      { revision: 3, label: "An edit" },
    ]);
  });

  test("each caller of a batch hears of its own records, and of all that changed with them", async () => {
    const queue = queueOf();
    const outcomes = ["sysco", "rotor"].map((key) => queue.submit([update(key, { country: "SE" })], label));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.requests).toHaveLength(1);
    const keys = (await Promise.all(outcomes)).map((outcome) =>
      outcome.kind === "stored"
        ? [outcome.changed, outcome.allChanged].map((rows) => rows.map(({ key }) => key))
        : null,
    );
    expect(keys).toEqual([
      [["sysco"], ["sysco", "rotor"]],
      [["rotor"], ["sysco", "rotor"]],
    ]);
  });

  test("what is submitted while a request is under way goes as the next batch", async () => {
    const queue = queueOf();
    const send = store.send;
    let answer!: () => void;
    const slow = new ChangeQueue({
      send: async (input) => {
        const sent = await send(input);
        await new Promise<void>((done) => {
          answer = done;
        });
        return sent;
      },
      storage: new QueueStorage("plan", "slow", null),
      onStored: () => {},
    });
    void queue;
    void slow.submit([update("sysco", { country: "SE" })], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(0);
    void slow.submit([update("rotor", { country: "DE" })], { ...label, now: true });
    void slow.submit([update("pumpco", { country: "AT" })], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(store.requests).toHaveLength(1);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.requests.map(({ changes }) => changes.length)).toEqual([1, 2]);
  });

  test("edits of one record are one change, and an edit upon an old version of one's own is no conflict", async () => {
    const queue = queueOf();
    const read = store.read("sysco");
    const edit = (fields: object): RecordEdit => ({ does: "update", record: read, fields: { ...fields } });
    const first = queue.submit([edit({ country: "SE" })], label);
    const second = queue.submit([edit({ founded: 1901 })], label);
    expect(queue.waitingFor("ACTORS", "sysco")).toMatchObject({
      fields: { country: "SE", founded: 1901 },
      set: ["country", "founded"],
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.requests[0]?.changes).toHaveLength(1);
    expect((await first).kind).toBe("stored");
    expect((await second).kind).toBe("stored");
    // The page has not read the record again yet.
    const third = queue.submit([edit({ founded: 1902 })], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(0);
    expect((await third).kind).toBe("stored");
    expect(store.actors.get("sysco")?.data).toMatchObject({ country: "SE", founded: 1902 });
    expect(queue.state.conflicts).toEqual([]);
  });

  test("an edit of a record that was still being created when it was made is in no conflict with its creation", async () => {
    const queue = queueOf();
    const fields = { key: "newco", name: "Newco" };
    const created = queue.submit([{ does: "create", kind: "ACTORS", fields }], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(10);
    expect((await created).kind).toBe("stored");
    // The page has not drawn the answer yet.
    const record = { kind: "ACTORS" as const, key: "newco", version: notStored, data: fields };
    const edited = queue.submit([{ does: "update", record, fields: { country: "SE" } }], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(10);
    expect(queue.state.conflicts).toEqual([]);
    expect((await edited).kind).toBe("stored");
    expect(value("newco", "country")).toBe("SE");
  });

  test("one wrong edit stops none of the others, and is told at its field", async () => {
    const queue = queueOf();
    const outcomes: Outcome[] = [];
    const submit = (key: string, fields: object) =>
      void queue.submit([update(key, fields)], { ...label, showsErrors: () => true }).then((it) => outcomes.push(it));
    submit("sysco", { country: "SE" });
    submit("rotor", { name: "" });
    submit("pumpco", { country: "AT" });
    await vi.advanceTimersByTimeAsync(1_100);
    expect(outcomes).toContainEqual({
      kind: "refused",
      issues: [{ edit: 0, field: "name", code: "INVALID", message: "Name must not be empty." }],
    });
    expect([value("sysco", "country"), value("rotor", "name"), value("pumpco", "country")]).toEqual([
      "SE",
      "rotor",
      "AT",
    ]);
    expect(queue.state).toMatchObject({ waiting: 0, refused: [] });
  });

  test("edits submitted together are stored together or not at all; an error nobody shows is kept in the state", async () => {
    const queue = queueOf();
    void queue.submit([update("sysco", { country: "SE" }), update("rotor", { name: "" })], label);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(value("sysco", "country")).toBe("FI");
    expect(queue.state.refused.map(({ issues }) => issues)).toEqual([
      [{ edit: 1, field: "name", code: "INVALID", message: "Name must not be empty." }],
    ]);
    queue.dismiss(queue.state.refused[0]!.group.id);
    expect(queue.state.refused).toEqual([]);
  });
});

describe("conflicts", () => {
  test("an edit is repeated by itself where somebody else has changed other fields", async () => {
    const queue = queueOf();
    const edit = update("sysco", { country: "SE" });
    store.changeBy("Kim", "sysco", { founded: 1901 });
    const outcome = queue.submit([edit], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(10);
    expect((await outcome).kind).toBe("stored");
    expect(store.actors.get("sysco")?.data).toMatchObject({ country: "SE", founded: 1901 });
  });

  const inConflict = async () => {
    const queue = queueOf();
    const edit = update("sysco", { country: "SE", founded: 1901 });
    store.changeBy("Kim", "sysco", { country: "DE" });
    const outcome = queue.submit([edit], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(10);
    return { queue, outcome, conflict: queue.state.conflicts[0]! };
  };

  test("the same field is put to the person, with both values and who", async () => {
    const { conflict } = await inConflict();
    expect(conflict.fields).toMatchObject([{ field: "country", theirs: "DE", yours: "SE", who: "Kim" }]);
    expect(value("sysco", "country")).toBe("DE");
  });

  test("who chooses the own value stores it", async () => {
    const { queue, outcome, conflict } = await inConflict();
    queue.resolve(conflict.id, new Set(["country"]));
    await vi.advanceTimersByTimeAsync(10);
    expect((await outcome).kind).toBe("stored");
    expect(store.actors.get("sysco")?.data).toMatchObject({ country: "SE", founded: 1901 });
  });

  test("who chooses the other value still stores the other fields of the edit", async () => {
    const { queue, outcome, conflict } = await inConflict();
    queue.resolve(conflict.id, new Set());
    await vi.advanceTimersByTimeAsync(10);
    expect((await outcome).kind).toBe("stored");
    expect(store.actors.get("sysco")?.data).toMatchObject({ country: "DE", founded: 1901 });
  });

  test("an edit of which nothing is left is discarded, and one that says the same is stored", async () => {
    const queue = queueOf();
    const [one, same] = [update("sysco", { country: "SE" }), update("rotor", { country: "NO" })];
    store.changeBy("Kim", "sysco", { country: "DE" });
    store.changeBy("Kim", "rotor", { country: "NO" });
    const outcomes = [queue.submit([one], label), queue.submit([same], label)];
    await vi.advanceTimersByTimeAsync(1_010);
    queue.resolve(queue.state.conflicts[0]!.id, new Set());
    expect((await outcomes[0])?.kind).toBe("discarded");
    expect((await outcomes[1])?.kind).toBe("stored");
    expect(queue.state).toMatchObject({ waiting: 0, conflicts: [] });
  });

  test("sources that two people add to one fact are both kept", async () => {
    store.put("sysco", { name: "sysco", evidence: ["report"] });
    const queue = queueOf();
    const edit = update("sysco", { evidence: ["report", "mine"] });
    store.changeBy("Kim", "sysco", { evidence: ["report", "theirs"] });
    void queue.submit([edit], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(10);
    expect(value("sysco", "evidence")).toEqual(["report", "theirs", "mine"]);
  });

  test("a new record whose key is taken meanwhile is put to the person as an update of that one", async () => {
    const queue = queueOf();
    store.put("taken", { name: "Theirs", country: "FI" });
    const fields = { key: "taken", name: "Mine", country: "FI" };
    const outcome = queue.submit([{ does: "create", kind: "ACTORS", fields }], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(10);
    const [conflict] = queue.state.conflicts;
    expect(conflict?.fields).toMatchObject([{ field: "name", theirs: "Theirs", yours: "Mine" }]);
    queue.resolve(conflict!.id, new Set(["name"]));
    await vi.advanceTimersByTimeAsync(10);
    expect((await outcome).kind).toBe("stored");
    expect(value("taken", "name")).toBe("Mine");
  });
});

describe("without a connection", () => {
  test("changes wait, say so, and are sent in order when it is back", async () => {
    const queue = queueOf();
    store.isOnline = false;
    const outcome = queue.submit([update("sysco", { country: "SE" })], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(10);
    void queue.submit([update("rotor", { country: "DE" })], label);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(queue.state).toMatchObject({ waiting: 2, trouble: "The server cannot be reached", isKept: true });
    store.isOnline = true;
    queue.again();
    await vi.advanceTimersByTimeAsync(10);
    expect((await outcome).kind).toBe("stored");
    expect(queue.state).toMatchObject({ waiting: 0, trouble: null });
    expect([value("sysco", "country"), value("rotor", "country")]).toEqual(["SE", "DE"]);
  });

  test("a lost answer stores nothing twice", async () => {
    const queue = queueOf();
    store.losesAnswers = true;
    const outcome = queue.submit([update("sysco", { country: "SE" })], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(10);
    store.losesAnswers = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await outcome).toMatchObject({ kind: "stored", revision: 2 });
    expect(store.revision).toBe(2);
    expect(new Set(store.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  test("what waits survives a reload, and a batch whose answer was lost is not stored again", async () => {
    const before = queueOf("before");
    store.losesAnswers = true;
    void before.submit([update("sysco", { country: "SE" })], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(10);
    store.isOnline = false;
    void before.submit([update("rotor", { country: "DE" })], label);
    storage.release();
    vi.clearAllTimers();
    store.isOnline = true;
    store.losesAnswers = false;
    const after = queueOf("after");
    expect(after.waitingFor("ACTORS", "rotor")).toMatchObject({ fields: { country: "DE" } });
    await vi.advanceTimersByTimeAsync(10);
    expect([value("sysco", "country"), value("rotor", "country")]).toEqual(["SE", "DE"]);
    expect(store.revision).toBe(3);
    expect(browser.length).toBe(0);
  });

  test("a tab that lives keeps what waits in it; one that has been closed for long loses it to another", async () => {
    store.isOnline = false;
    const first = queueOf("first");
    void first.submit([update("sysco", { country: "SE" })], { ...label, now: true });
    await vi.advanceTimersByTimeAsync(10);
    const second = queueOf("second");
    expect(second.state.waiting).toBe(0);
    // The first tab's timers stand still, as when its machine sleeps.
    vi.clearAllTimers();
    vi.setSystemTime(Date.now() + 120_000);
    second.adopt();
    expect(second.state.waiting).toBe(1);
    store.isOnline = true;
    first.again();
    second.again();
    await vi.advanceTimersByTimeAsync(10);
    expect(store.revision).toBe(2);
    expect(first.state.waiting).toBe(0);
  });

  test("what is not sent yet can be withdrawn", async () => {
    const queue = queueOf();
    const outcome = queue.submit([update("sysco", { country: "SE" })], { label: "Change country" });
    expect(queue.withdrawLast()).toBe("Change country");
    expect((await outcome).kind).toBe("discarded");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.requests).toEqual([]);
  });
});
