import { type AddressInfo, createServer } from "node:net";

/** Fake server that performs the handshake of Bolt 4.4 as a Neo4j of a given version, and nothing else. */
export async function startFakeBolt(agent: string): Promise<{ uri: string; stop(): Promise<void> }> {
  const server = createServer((socket) => {
    let unread = Buffer.alloc(0);
    let greeted = false;
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      unread = Buffer.concat([unread, chunk]);
      if (!greeted) {
        if (unread.length < 20) return; // handshake: the magic number, then four versions of four bytes
        greeted = true;
        unread = unread.subarray(20);
        socket.write(Uint8Array.of(0, 0, 4, 4));
      }
      // Chunked messages, each chunk with its length; an empty one ends a message.
      while (unread.length >= 2 && unread.length >= 2 + unread.readUInt16BE()) {
        const length = unread.readUInt16BE();
        unread = unread.subarray(2 + length);
        if (length === 0) socket.write(success(agent));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** SUCCESS message with a map of two texts. */
function success(agent: string): Buffer {
  const text = (value: string) => Buffer.concat([Uint8Array.of(0xd0, value.length), Buffer.from(value)]);
  const parts = ["server", agent, "connection_id", "bolt-1"].map(text);
  const body = Buffer.concat([Uint8Array.of(0xb1, 0x70, 0xa2), ...parts]);
  return Buffer.concat([Uint8Array.of(0, body.length), body, Uint8Array.of(0, 0)]);
}
