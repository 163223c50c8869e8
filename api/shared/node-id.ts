import type { RecordKind } from "../../cypher/model/document.ts";
import { recordKinds } from "../../cypher/model/record-kinds.ts";

interface NodeName {
  kind: RecordKind | "ecosystem";
  ecosystem: string;
  key: string;
}

/** Node id of a record of an ecosystem. */
export type IdOf = (kind: RecordKind, key: string) => string;

/** The opaque id of a record or an ecosystem: base64url of kind:ecosystem:key. */
export function toNodeId({ kind, ecosystem, key }: NodeName): string {
  return Buffer.from(`${kind}:${ecosystem}:${key}`, "utf8").toString("base64url");
}

/** The record or ecosystem of an id; null for an invalid one. */
export function fromNodeId(id: string): NodeName | null {
  if (id.length > 4000) return null;
  const text = Buffer.from(id, "base64url").toString("utf8");
  const [, kind, ecosystem, key] = /^([a-zA-Z]+):([^:]+):(.*)$/s.exec(text) ?? [];
  if (kind === undefined || ecosystem === undefined || key === undefined) return null;
  if (kind !== "ecosystem" && !Object.hasOwn(recordKinds, kind)) return null;
  const name = { kind: kind as NodeName["kind"], ecosystem, key };
  return toNodeId(name) === id ? name : null;
}
