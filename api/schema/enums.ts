import type { ChangedKind } from "../../cypher/changes/history.ts";
import { type EnumTable, type EnumValue, enumTable } from "../../cypher/model/enum-table.ts";
import { actorKinds } from "../../cypher/model/enums/actor-kind.ts";
import { competitorTypes } from "../../cypher/model/enums/competitor-type.ts";
import { layers } from "../../cypher/model/enums/layer.ts";
import { lenses } from "../../cypher/model/enums/lens.ts";
import { moveTypes } from "../../cypher/model/enums/move-type.ts";
import { pinnedKinds } from "../../cypher/model/enums/pinned-kind.ts";
import { standardStatuses } from "../../cypher/model/enums/standard-status.ts";
import { tidyChecks } from "../../cypher/model/enums/tidy-check.ts";
import { constantOf, recordKinds } from "../../cypher/model/record-kinds.ts";
import { mapEdgeKinds } from "../map/map-edge-kind.ts";
import { boundaryStatuses } from "../measures/boundary/boundary-status.ts";
import { dimensions } from "../measures/coherence/dimensions.ts";
import { interventionTypes } from "../measures/coherence/interventions.ts";
import { extentSources } from "../measures/position/extent-source.ts";
import { voices } from "../measures/position/voice.ts";
import {
  segmentAges,
  segmentInfrastructure,
  segmentOrigins,
  segmentReadiness,
} from "../measures/segments/segment-enums.ts";
import { dampers } from "../measures/threat/dampers.ts";
import { factors } from "../measures/threat/factors.ts";
import { threatLevels } from "../measures/threat/level.ts";
import { eventKinds } from "../measures/timeline/event-kind.ts";
import { validityStatuses } from "../time/validity-status.ts";
import { builder } from "./builder.ts";

/** The enums of the document that are types of the API, by their tables. */
export const documentEnums = new Map<EnumTable, PothosSchemaTypes.EnumRef<typeof builder.$inferSchemaTypes, string>>();

/** The API's enum of a table. */
export function enumOf<Value extends string>({ name, description, values: rows }: EnumTable<Value>) {
  const values = Object.entries<EnumValue>(rows).map(([value, words]) => [
    value,
    { value, description: words.description },
  ]);
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as { [V in Value]: { value: V; description: string } },
  });
}

function ofTable<Value extends string>(table: EnumTable<Value>) {
  const type = enumOf(table);
  documentEnums.set(table, type);
  return type;
}

/** Table of the kinds in a list whose entries have their own words. */
const tableOfList = <Kind extends string, Entry extends { kind: Kind; name: string; description: string }, More>(
  name: string,
  description: string,
  entries: readonly Entry[] & readonly { kind: Kind }[],
  more: (entry: Entry) => More,
): EnumTable<Kind, EnumValue & More> => {
  const rows = entries.map((it) => [it.kind, { word: it.name, description: it.description, ...more(it) }]);
  return enumTable(name, description, Object.fromEntries(rows) as { [K in Kind]: EnumValue & More });
};

const list = <const Values extends readonly string[]>(name: string, description: string, values: Values) =>
  builder.enumType(name, { description, values });

export const dimensionKinds = tableOfList(
  "CoherenceDimensionKind",
  "The dimensions of coherence.",
  dimensions,
  ({ question, needs, defaultWeight }) => ({ question, needs, defaultWeight }),
);
export const factorKinds = tableOfList(
  "ThreatFactorKind",
  "A factor of competitive contact.",
  factors,
  ({ question, needs, defaultWeight }) => ({ question, needs, defaultWeight }),
);
export const damperKinds = tableOfList(
  "ThreatDamperKind",
  "A damper: what reduces a threat.",
  dampers,
  ({ question, needs }) => ({ question, needs }),
);
export const interventionKinds = tableOfList(
  "InterventionKind",
  "The kind of a change.",
  interventionTypes,
  () => ({}),
);
/** The kinds of node are those that can be pinned. */
export const mapNodeKinds = enumTable("MapNodeKind", "What a node of the map stands for.", pinnedKinds.values);

export const ValidityStatusEnum = ofTable(validityStatuses);
export const ActorKindEnum = ofTable(actorKinds);
export const LayerEnum = ofTable(layers);
export const MapNodeKindEnum = ofTable(mapNodeKinds);
export const MapEdgeKindEnum = ofTable(mapEdgeKinds);
export const BoundaryStatusEnum = ofTable(boundaryStatuses);
export const ExtentSourceEnum = ofTable(extentSources);
export const VoiceEnum = ofTable(voices);
export const CoherenceDimensionKindEnum = ofTable(dimensionKinds);
export const DimensionStatusEnum = list(
  "DimensionStatus",
  "SCORED: some item is known. UNKNOWN: no item is known, or nothing is recorded yet.",
  ["SCORED", "UNKNOWN"] as const,
);
export const InterventionKindEnum = ofTable(interventionKinds);
export const CompetitorTypeEnum = ofTable(competitorTypes);
export const TypeSourceEnum = list(
  "TypeSource",
  "Whether a competitor type is inferred from facts or an analyst's tag.",
  ["INFERRED", "TAGGED"] as const,
);
export const ThreatLevelEnum = ofTable(threatLevels);
export const ThreatFactorKindEnum = ofTable(factorKinds);
export const ThreatDamperKindEnum = ofTable(damperKinds);
export const ThreatPartEnum = ofTable(
  enumTable("ThreatPart", "A factor of contact, or a damper.", { ...factorKinds.values, ...damperKinds.values }),
);
export const MoveTypeEnum = ofTable(moveTypes);
export const SegmentReadinessEnum = ofTable(segmentReadiness);
export const SegmentInfrastructureEnum = ofTable(segmentInfrastructure);
export const SegmentOriginEnum = ofTable(segmentOrigins);
export const SegmentAgeEnum = ofTable(segmentAges);
export const LensEnum = ofTable(lenses);
export const StandardStatusEnum = ofTable(standardStatuses);
export const TidyCheckEnum = ofTable(tidyChecks);
export const TimelineEventKindEnum = ofTable(eventKinds);

/** Kinds as an enum, spelt from the document's collections: actorCapabilities is ACTOR_CAPABILITIES. */
export const kindValues = <Kind extends ChangedKind>(kinds: readonly Kind[]) =>
  Object.fromEntries(
    kinds.map((kind) => [constantOf(kind), { value: kind, description: kindWords(kind).description }]),
  ) as Record<string, { value: Kind; description: string }>;

interface KindWords extends EnumValue {
  /** Singular heading; the word itself is in the plural. */
  readonly singular: string;
  /** Whether it has validity and confidence. */
  readonly isFact: boolean;
}

/** The words of a kind of record, and of what is none: views, and the ecosystem itself. */
export function kindWords(kind: ChangedKind): KindWords {
  if (kind === "views")
    return { word: "Views", singular: "View", description: "A named view of the map.", isFact: false };
  if (kind === "ecosystem") {
    const description = "The ecosystem itself: its name, value proposition, description and focal firm.";
    return { word: "Ecosystem", singular: "Ecosystem", description, isFact: false };
  }
  const { singular, plural, description, isFact } = recordKinds[kind];
  return { word: asHeading(plural), singular: asHeading(singular), description, isFact };
}

const asHeading = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
