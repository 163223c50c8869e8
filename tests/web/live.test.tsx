import { cleanup, renderHook } from "@testing-library/react";
import { type ReactNode, useMemo } from "react";
import { Client, cacheExchange, fetchExchange, Provider, useQuery } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConnectionWatch } from "../../web/graphql/connection.ts";
import { ecosystemHeaderQuery } from "../../web/graphql/ecosystem-header.graphql.ts";
import { whatChanged } from "../../web/live/ChangeNotice.tsx";
import { ChangeWatch } from "../../web/live/change-watch.ts";
import { readEvents } from "../../web/live/event-stream.ts";
import { Redraw, type Scope } from "../../web/live/redraw.ts";
import { type Change, SharedChanges } from "../../web/live/shared-changes.ts";

/** Server-sent streams that the test writes; a proxy that buffers is one that nothing is written to. */
interface Stream {
  variables: { key: string; after: number };
  send(text: string): void;
  end(): void;
  isLeft(): boolean;
}
let streams: Stream[];
let refusal: number | null;
const visibility = vi.spyOn(document, "visibilityState", "get");
const see = (state: DocumentVisibilityState) => {
  visibility.mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => {
  streams = [];
  refusal = null;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] });
  visibility.mockReturnValue("visible");
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    if (refusal !== null) return new Response("", { status: refusal });
    const { variables } = JSON.parse(String(init.body));
    let controller!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start(given) {
        controller = given;
      },
    });
    let isLeft = false;
    init.signal!.addEventListener("abort", () => {
      isLeft = true;
      controller.error(new Error("left"));
    });
    const send = (text: string) => controller.enqueue(new TextEncoder().encode(text));
    streams.push({ variables, send, end: () => controller.close(), isLeft: () => isLeft });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
});
afterEach(() => {
  cleanup();
  for (const stop of open.splice(0)) stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const beat = ":\n\n";
const event = (revision: number, who = "Pat", changed: object[] = [{ kind: "ACTORS", key: "a", label: "A" }]) =>
  `event: next\ndata: ${JSON.stringify({ data: { ecosystemChanged: { revision, who, changed } } })}\n\n`;
const pass = (millis: number) => vi.advanceTimersByTimeAsync(millis);
/** Messages between tabs and chunks of streams take turns of the event loop that no fake timer waits for. */
const until = async (check: () => unknown) => {
  for (let turn = 0; turn < 200 && !check(); turn++) await new Promise((done) => setImmediate(done));
  expect(check()).toBeTruthy();
};
const open: (() => void)[] = [];

/** Web Locks of one browser. */
function browserLocks() {
  const queues = new Map<string, Promise<unknown>>();
  return {
    request(name: string, { signal }: { signal: AbortSignal }, run: () => Promise<void>) {
      const turn = (queues.get(name) ?? Promise.resolve()).then(() => (signal.aborted ? undefined : run()));
      queues.set(name, turn);
      return turn;
    },
  };
}

function tab(after = 1) {
  const told: Change[] = [];
  const polled: number[] = [];
  const asked: number[] = [];
  let connectionState: "well" | "signed-out" = "well";
  const listeners = new Set<() => void>();
  let latest = { revision: after, changes: [] as Change[] };
  let deleted = 0;
  const shared = new SharedChanges("e", after, {
    connection: {
      again: () => void asked.push(Date.now()),
      now: () => (connectionState === "well" ? { kind: "well" } : { kind: "signed-out", since: 0 }),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    poll: async () => {
      polled.push(Date.now());
      return latest;
    },
    onChange: (change) => void told.push(change),
    onDeleted: () => {
      deleted += 1;
    },
  });
  open.push(() => shared.stop());
  return {
    told,
    polled,
    asked,
    deleted: () => deleted,
    stop: () => shared.stop(),
    answers: (next: typeof latest) => {
      latest = next;
    },
    connection(state: typeof connectionState) {
      connectionState = state;
      for (const listener of listeners) listener();
    },
  };
}

test("events and signs of life are read from a stream however it is cut", async () => {
  const text = `${beat}event: next\ndata: {"a":\ndata: "ü"}\n\nevent: complete\ndata:\n\n`;
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const events = [];
  for await (const one of readEvents(body)) events.push(one);
  expect(events).toEqual([null, { type: "next", data: '{"a":\n"ü"}' }, { type: "complete", data: "" }]);
});

test("tabs of one browser share a stream, and when its tab is closed the next goes on after what is known", async () => {
  vi.stubGlobal("navigator", { locks: browserLocks() });
  const [first, second] = [tab(), tab()];
  await until(() => streams.length === 1);
  expect(streams[0]!.variables).toEqual({ key: "e", after: 1 });
  streams[0]!.send(beat + event(2));
  await until(() => first.told.length === 1 && second.told.length === 1);
  expect(second.told).toEqual(first.told);
  expect(first.told).toEqual([{ revision: 2, who: "Pat", changed: [{ kind: "ACTORS", key: "a", label: "A" }] }]);
  expect(streams).toHaveLength(1);
  first.stop();
  await until(() => streams.length === 2);
  expect([streams[0]!.isLeft(), streams[1]!.variables.after]).toEqual([true, 2]);
  streams[1]!.send(event(2) + event(3));
  await until(() => second.told.length === 2);
  expect(second.told.at(-1)).toMatchObject({ revision: 3 });
});

test("a tab that was opened with older data learns of the revision by the next sign of life", async () => {
  vi.stubGlobal("navigator", { locks: browserLocks() });
  tab(7);
  await until(() => streams.length === 1);
  const late = tab(5);
  streams[0]!.send(beat);
  await until(() => late.told.length === 1);
  expect(late.told).toEqual([{ revision: 7, who: null, changed: null }]);
});

test("a hidden tab holds no stream, and is told what it missed when it is seen again", async () => {
  vi.stubGlobal("navigator", { locks: browserLocks() });
  const one = tab();
  await until(() => streams.length === 1);
  see("hidden");
  await until(() => streams[0]!.isLeft());
  await pass(120_000);
  expect([streams.length, one.polled]).toEqual([1, []]);
  see("visible");
  await until(() => streams.length === 2);
  streams[1]!.send(event(2));
  await until(() => one.told.length === 1);
});

test("behind a proxy that holds the stream back, the revision is polled every 10 s after 40 s, until it gets through", async () => {
  vi.stubGlobal("navigator", {});
  const one = tab();
  await until(() => streams.length === 1);
  await pass(39_000);
  expect(one.polled).toEqual([]);
  one.answers({ revision: 3, changes: [{ revision: 3, who: "Kim", changed: null }] });
  await pass(31_000);
  expect(one.polled.length).toBeGreaterThanOrEqual(3);
  expect(streams[0]!.isLeft()).toBe(true);
  expect(one.told).toEqual([{ revision: 3, who: "Kim", changed: null }]);
  await until(() => streams.length > 1);
  expect(streams.at(-1)!.variables.after).toBe(3);
  streams.at(-1)!.send(beat);
  const before = one.polled.length;
  await until(async () => true);
  await pass(20_000);
  expect(one.polled).toHaveLength(before);
});

test("a stream that ends because the session has ended asks the server, and goes on after signing in again", async () => {
  vi.stubGlobal("navigator", {});
  const one = tab();
  await until(() => streams.length === 1);
  streams[0]!.send(beat);
  refusal = 401;
  streams[0]!.end();
  await new Promise((done) => setImmediate(done));
  await pass(1_500);
  await until(() => one.asked.length === 1);
  one.connection("signed-out");
  await pass(30_000);
  expect([one.asked.length, one.polled]).toEqual([1, []]);
  refusal = null;
  one.connection("well");
  await until(() => streams.length === 2);
});

test("all tabs are told when the ecosystem is deleted", async () => {
  vi.stubGlobal("navigator", { locks: browserLocks() });
  const [first, second] = [tab(), tab()];
  await until(() => streams.length === 1);
  streams[0]!.send("event: complete\ndata:\n\n");
  await until(() => first.deleted() === 1 && second.deleted() === 1);
});

test("a page is drawn again at once, then at most once a second, less often while changes keep coming, and only when seen", async () => {
  const drawn: Scope[][] = [];
  const redraw = new Redraw((scopes) => void drawn.push([...scopes]));
  open.push(() => redraw.stop());
  redraw.mark("layout");
  await pass(0);
  expect(drawn).toEqual([["layout"]]);
  for (let i = 0; i < 50; i++) {
    redraw.mark("facts");
    await pass(20);
  }
  expect(drawn).toHaveLength(1);
  await pass(1_000);
  expect(drawn).toEqual([["layout"], ["facts"]]);
  for (let second = 0; second < 60; second++) {
    redraw.mark("facts");
    await pass(1_000);
  }
  expect(drawn.length).toBeLessThanOrEqual(2 + 16);
  await pass(20_000);
  const before = drawn.length;
  see("hidden");
  redraw.mark("facts");
  await pass(20_000);
  expect(drawn).toHaveLength(before);
  see("visible");
  await pass(0);
  expect(drawn).toHaveLength(before + 1);
});

test("changes as people make them, seconds apart, are each drawn within a second", async () => {
  let drawn = 0;
  const redraw = new Redraw(() => void drawn++);
  open.push(() => redraw.stop());
  let changes = 0;
  for (let round = 0; round < 5; round++)
    for (const seconds of [2, 5, 3, 8, 2, 4, 12, 3]) {
      await pass(seconds * 1_000 - 500);
      redraw.mark("facts");
      changes += 1;
      await pass(500);
      expect(drawn).toBe(changes);
    }
});

test("a change makes the cache read again what is shown, also what was under way when it came", async () => {
  vi.stubGlobal("navigator", {});
  const waiting: ((name: string) => void)[] = [];
  const answering = async () =>
    new Promise<Response>((resolve) => {
      waiting.push((name) => {
        const ecosystem = {
          __typename: "Ecosystem",
          id: "e",
          key: "e",
          name,
          valueProposition: null,
          revision: 1,
          focal: null,
        };
        const headers = { "content-type": "application/json" };
        resolve(new Response(JSON.stringify({ data: { ecosystem } }), { headers }));
      });
    });
  const connection = new ConnectionWatch();
  const changes = new ChangeWatch(connection);
  const client = new Client({
    url: "http://nowhere/graphql",
    preferGetMethod: false,
    exchanges: [cacheExchange, changes.exchange, connection.exchange, fetchExchange],
    fetch: answering,
  });
  const { factsChangedSubscription, layoutChangedSubscription } = await import("../../web/live/live.graphql.ts");
  const context = { additionalTypenames: ["Ecosystem"] };
  const variables = { key: "e", after: 1 };
  const live = client.subscription(factsChangedSubscription, variables, context).subscribe(() => {});
  const pins = client
    .subscription(layoutChangedSubscription, variables, { additionalTypenames: ["View"] })
    .subscribe(() => {});
  open.push(live.unsubscribe, pins.unsubscribe);
  const Around = ({ children }: { children: ReactNode }) => {
    const value = useMemo(() => client, []);
    return <Provider value={value}>{children}</Provider>;
  };
  const { result } = renderHook(() => useQuery({ query: ecosystemHeaderQuery, variables: { key: "e" } })[0], {
    wrapper: Around,
  });
  const name = () => result.current.data?.ecosystem?.name;
  await until(() => waiting.length === 1 && streams.length === 1);
  waiting[0]!("One");
  await until(() => name() === "One");
  streams[0]!.send(event(2, "Pat", [{ kind: "LAYOUT", key: "a", label: "A" }]));
  await new Promise((done) => setImmediate(done));
  await pass(2_000);
  expect([waiting.length, changes.latest()]).toEqual([1, null]);
  streams[0]!.send(event(3));
  await until(() => changes.latest()?.change.revision === 3);
  await pass(2_000);
  await until(() => waiting.length === 2);
  expect(name()).toBe("One");
  // Another change while the second answer is under way: that answer may be of before it.
  streams[0]!.send(event(4));
  await until(() => changes.latest()?.change.revision === 4);
  await pass(6_000);
  expect(waiting).toHaveLength(2);
  waiting[1]!("Two");
  await until(() => name() === "Two");
  await pass(6_000);
  await until(() => waiting.length === 3);
  waiting[2]!("Three");
  await until(() => name() === "Three");
  expect(changes.redraws("e")).toBe(3);
  await until(() => !result.current.stale);
});

test("the notice names one record, counts several, and says when it knows none", () => {
  const changed = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ kind: "ACTORS" as const, key: `${i}`, label: `L${i}` }));
  const texts = [null, changed(1), changed(12), changed(1_000)].map((rows) =>
    whatChanged({ revision: 2, who: "Pat", changed: rows }),
  );
  expect(texts).toEqual(["this ecosystem", "L0", "12 records", "1,000 records or more"]);
});
