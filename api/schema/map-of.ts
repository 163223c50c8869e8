import type { RecordKind } from "../../cypher/model/document.ts";
import { pinnedRecords } from "../../cypher/model/enums/pinned-kind.ts";
import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { type EcosystemMap, ecosystemMap, type MapFilter } from "../map/ecosystem-map.ts";
import { mapRecords } from "../map/map-records.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { type IdOf, toNodeId } from "../shared/node-id.ts";
import { readMinConfidence } from "./moment.ts";

const maxNodes = 20_000;
const maxDepth = 10;

/** Memoised map of a loaded ecosystem: at a date, or of all dates without one. */
export function mapOf(
  loaded: LoadedEcosystem,
  args: { asOf?: string | null; minConfidence?: number | null; filter?: MapFilter | null },
): EcosystemMap {
  const filter = args.filter ?? {};
  if (filter.limit != null && (filter.limit < 1 || filter.limit > maxNodes)) {
    throw new InvalidInput(`limit is ${filter.limit}: give a number from 1 to ${maxNodes}.`);
  }
  if (filter.depth != null && (filter.depth < 0 || filter.depth > maxDepth)) {
    throw new InvalidInput(`depth is ${filter.depth}: give a number from 0 to ${maxDepth}.`);
  }
  const minConfidence = readMinConfidence(args);
  const asOf = args.asOf ?? null;
  return loaded.measure("map", { asOf, minConfidence, filter }, () => {
    const records = mapRecords(loaded.document, asOf, minConfidence);
    return ecosystemMap(records, filter, idsOf(loaded.key));
  });
}

/** Memo of Node ids: an actor is the end of many edges. */
function idsOf(ecosystem: string): IdOf {
  const made = new Map<RecordKind, Map<string, string>>(Object.values(pinnedRecords).map((kind) => [kind, new Map()]));
  return (kind, key) => {
    const ofKind = made.get(kind);
    const known = ofKind?.get(key);
    if (known !== undefined) return known;
    const id = toNodeId({ kind, ecosystem, key });
    ofKind?.set(key, id);
    return id;
  };
}
