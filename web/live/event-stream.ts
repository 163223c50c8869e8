/** An event of a stream of server-sent events. */
interface ServerEvent {
  type: string;
  data: string;
}

/** Reads server-sent events; null for a comment, which is a sign of life. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent | null> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop()!;
      for (const block of blocks) yield eventOf(block);
    }
  } finally {
    reader.releaseLock();
  }
}

function eventOf(block: string): ServerEvent | null {
  const lines = block.split("\n");
  const valuesOf = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ""));
  const [type] = valuesOf("event");
  const data = valuesOf("data");
  return type === undefined && data.length === 0 ? null : { type: type ?? "message", data: data.join("\n") };
}
