import { type AddressInfo, createServer, connect as dial, type Socket } from "node:net";

type Line = "passes" | "resets" | "swallows" | "cuts";

export interface TcpProxy {
  uri: string;
  /** Number of connections so far. */
  connections(): number;
  pass(): void;
  /** Delays each piece of an answer by this many milliseconds. */
  delay(milliseconds: number): void;
  /** Resets every connection, open or new. */
  reset(): void;
  /** Drops everything in either direction; with `onlyOld`, on connections that are open now. */
  swallow(onlyOld?: boolean): void;
  /** Ends each connection after this many more bytes of answers. */
  cutAfter(bytes: number): void;
  /** Runs an action once this many more bytes were sent to the database. */
  afterSent(bytes: number, deed: () => void): void;
  /** Stops listening and closes open connections. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** TCP proxy between the API and its database, with faults on demand. */
export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<{ near: Socket; far: Socket; deaf: boolean; bytes: number }>();
  let line: Line = "passes";
  let wait = 0;
  let most = 0;
  let count = 0;
  let watched: { left: number; deed: () => void } | null = null;

  const server = createServer((near) => {
    count++;
    near.on("error", () => near.destroy());
    if (line === "resets") return void near.resetAndDestroy();
    const far = dial(Number(port), hostname);
    const pair = { near, far, deaf: false, bytes: 0 };
    pairs.add(pair);
    const hears = () => line !== "swallows" && !pair.deaf;
    near.on("data", (chunk) => {
      if (watched) watched.left -= chunk.length;
      if (watched && watched.left <= 0) {
        watched.deed();
        watched = null;
      }
      if (hears()) far.write(chunk);
    });
    far.on("data", (chunk) => {
      if (!hears()) return;
      const room = line === "cuts" ? most - pair.bytes : chunk.length;
      pair.bytes += chunk.length;
      if (wait > 0) setTimeout(() => near.writable && near.write(chunk), wait);
      else near.write(chunk.subarray(0, Math.max(0, room)));
      if (room < chunk.length) near.destroySoon();
    });
    far.on("error", () => far.destroy());
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on("close", () => {
        pairs.delete(pair);
        // A peer whose packets are dropped is not told that the other side has gone.
        if (one === near || hears()) other.destroy();
      });
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const become = (next: Line) => {
    line = next;
    wait = 0;
  };
  return {
    uri: `bolt://127.0.0.1:${own}`,
    connections: () => count,
    pass: () => become("passes"),
    delay(milliseconds) {
      become("passes");
      wait = milliseconds;
    },
    reset() {
      become("resets");
      for (const { near } of pairs) near.resetAndDestroy();
    },
    swallow(onlyOld = false) {
      become(onlyOld ? "passes" : "swallows");
      for (const pair of pairs) pair.deaf = true;
    },
    cutAfter(bytes) {
      become("cuts");
      most = bytes;
      for (const pair of pairs) pair.bytes = 0;
    },
    afterSent(bytes, deed) {
      watched = { left: bytes, deed };
    },
    shut() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const { near } of pairs) near.destroy();
      return closed;
    },
    open: () => listen(own),
  };
}
