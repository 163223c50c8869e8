import type { ActorKind } from "../../cypher/model/document.ts";
import { foldText } from "../shared/fold-text.ts";
import { isOwnDay } from "../time/in-force-rules.ts";
import type { RecordNode } from "./loaded-ecosystem.ts";

interface ActorFilterInput {
  kinds?: readonly ActorKind[] | null;
  text?: string | null;
  labels?: readonly string[] | null;
  asOf?: string | null;
}

/** Actors that match the whole filter, by key. */
export function filterActors(
  actors: readonly RecordNode<"actors">[],
  filter: ActorFilterInput,
): RecordNode<"actors">[] {
  const text = filter.text == null ? "" : foldText(filter.text);
  const { kinds, labels, asOf } = filter;
  return actors
    .filter(({ record }) => {
      if (kinds && !record.kinds.some((kind) => kinds.includes(kind))) return false;
      if (labels && !labels.every((label) => record.labels?.includes(label))) return false;
      if (text && ![record.name, ...(record.aliases ?? [])].some((name) => foldText(name).includes(text))) return false;
      if (asOf && !isOwnDay("actors", record, asOf)) return false;
      return true;
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
