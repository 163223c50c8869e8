import type { RecordRef } from "../../cypher/model/document.ts";
import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import type { EcosystemMap } from "../map/ecosystem-map.ts";
import { subgraph } from "../map/subgraph.ts";
import type { DimensionItem } from "../measures/coherence/dimension.ts";
import { type CoherenceDimensionKind, dimensionOf } from "../measures/coherence/dimensions.ts";
import { viewFrom } from "../measures/threat/focal-view.ts";
import { partOf, type ThreatPartKind } from "../measures/threat/parts.ts";
import { rivalView } from "../measures/threat/rival-view.ts";
import type { ThreatTerm } from "../measures/threat/term.ts";
import { toNodeId } from "../shared/node-id.ts";
import { factsAt, type Moment } from "./moment.ts";

/** Focal firm and arguments of a threat, by which its terms can be derived again. */
export interface Seen {
  moment: Moment;
  focal: string;
  halfLifeDays: number;
  rival: string;
}

/** Computed for each request of a subgraph, not cached. */
export const subgraphCost = { field: 20, multiplier: 3 };

function draw(loaded: LoadedEcosystem, refs: readonly RecordRef[]): EcosystemMap {
  return subgraph(
    refs,
    (kind, key) => loaded.find(kind, key)?.record,
    (kind, key) => toNodeId({ kind, ecosystem: loaded.key, key }),
  );
}

/** The part of the map behind one item of a dimension. */
export function subgraphOfItem(
  loaded: LoadedEcosystem,
  moment: Moment,
  dimension: CoherenceDimensionKind,
  item: Pick<DimensionItem, "key" | "subjects">,
): EcosystemMap {
  return draw(loaded, [...item.subjects, ...dimensionOf(dimension).reads(factsAt(loaded, moment), item)]);
}

/** The part of the map behind terms of a factor or damper, always with the focal firm and the rival. */
export function subgraphOfTerms(
  loaded: LoadedEcosystem,
  { moment, focal, halfLifeDays, rival }: Seen,
  kind: ThreatPartKind,
  terms: readonly Pick<ThreatTerm, "subjects">[],
): EcosystemMap {
  const view = loaded.measure("focalView", { moment, focal, halfLifeDays }, () =>
    viewFrom(factsAt(loaded, moment), focal, halfLifeDays),
  );
  const seen = rivalView(view, view.facts.actors.get(rival)!);
  const ends: RecordRef[] = [focal, rival].map((key) => ({ kind: "actors", key }));
  return draw(loaded, [...ends, ...terms.flatMap((term) => [...term.subjects, ...partOf(kind).reads(seen, term)])]);
}
