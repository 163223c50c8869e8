import { formatDocument, stringifyDocument } from "urql";
import { sameOrigin } from "../graphql/same-origin.ts";
import { sha256Hex } from "../shared/hash.ts";
import { readEvents } from "./event-stream.ts";
import { ecosystemChangedSubscription, type StreamedChange } from "./live.graphql.ts";

/** Silence in milliseconds after which a stream counts as broken: the server gives a sign of life every 12 s. */
export const maxSilence = 40_000;

/** Why a stream is over. "silent": no byte for too long, as behind a proxy that holds answers back. */
export type StreamEnd = "ended" | "completed" | "refused" | "signed-out" | "silent" | "unreachable";

interface Options {
  key: string;
  /** The revision that is known: later changes come first. */
  after: number;
  signal: AbortSignal;
  /** Called with each byte that gets through. */
  onBeat(): void;
  onChange(change: StreamedChange): void;
}

/** The operation as the client would send it: the built page's by its hash. */
export function streamOperation(isBuilt = import.meta.env.PROD) {
  const query = stringifyDocument(formatDocument(ecosystemChangedSubscription));
  if (!isBuilt) return { query };
  return { extensions: { persistedQuery: { version: 1, sha256Hash: sha256Hex(query) } } };
}

/** Reads the changes of an ecosystem from one stream until that ends. */
export async function readChanges({ key, after, signal, onBeat, onChange }: Options): Promise<StreamEnd> {
  const silence = new AbortController();
  const hush = () => silence.abort();
  let timer = setTimeout(hush, maxSilence);
  try {
    const response = await fetch("/graphql", {
      ...sameOrigin,
      method: "POST",
      signal: AbortSignal.any([signal, silence.signal]),
      headers: { ...sameOrigin.headers, "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify({ ...streamOperation(), variables: { key, after } }),
    });
    if (response.status === 401) return "signed-out";
    if (!response.ok || !response.body) return "refused";
    for await (const event of readEvents(response.body)) {
      clearTimeout(timer);
      timer = setTimeout(hush, maxSilence);
      onBeat();
      if (event?.type === "complete") return "completed";
      if (event?.type !== "next") continue;
      const { data, errors } = JSON.parse(event.data);
      if (errors || !data) return "refused";
      onChange(data.ecosystemChanged);
    }
    return "ended";
  } catch {
    return silence.signal.aborted ? "silent" : "unreachable";
  } finally {
    clearTimeout(timer);
  }
}
