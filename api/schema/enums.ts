import type { ChangedKind } from "../../cypher/changes/history.ts";
import { type EnumTable, type EnumValue, valuesOf } from "../../cypher/model/enum-table.ts";
import { actorKinds } from "../../cypher/model/enums/actor-kind.ts";
import { competitorTypes } from "../../cypher/model/enums/competitor-type.ts";
import { layers } from "../../cypher/model/enums/layer.ts";
import { lenses } from "../../cypher/model/enums/lens.ts";
import { moveTypes } from "../../cypher/model/enums/move-type.ts";
import { relationTypes } from "../../cypher/model/enums/relation-type.ts";
import { standardStatuses } from "../../cypher/model/enums/standard-status.ts";
import { constantOf, recordKinds } from "../../cypher/model/record-kinds.ts";
import { boundaryStatuses } from "../measures/boundary/boundary-status.ts";
import { dimensions } from "../measures/coherence/dimensions.ts";
import { interventionTypes } from "../measures/coherence/interventions.ts";
import { voices } from "../measures/position/voice.ts";
import { dampers } from "../measures/threat/dampers.ts";
import { factors } from "../measures/threat/factors.ts";
import { parts } from "../measures/threat/parts.ts";
import { builder } from "./builder.ts";

/** The enums of the document that are types of the API, by their tables. */
export const documentEnums = new Map<EnumTable, PothosSchemaTypes.EnumRef<typeof builder.$inferSchemaTypes, string>>();

function ofTable<Value extends string>(table: EnumTable<Value>) {
  const { name, description } = table;
  const values = Object.entries<EnumValue>(table.values).map(([value, words]) => [
    value,
    { value, description: words.description },
  ]);
  const type = builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as { [V in Value]: { value: V; description: string } },
  });
  documentEnums.set(table, type);
  return type;
}
/** Values of an enum from a list whose entries hold their own description. */
const entryValues = <Kind extends string>(entries: readonly { kind: Kind; description: string }[]) =>
  Object.fromEntries(entries.map(({ kind, description }) => [kind, { value: kind, description }])) as Record<
    Kind,
    { value: Kind; description: string }
  >;
const listed = <Kind extends string>(
  name: string,
  description: string,
  entries: readonly { kind: Kind; description: string }[],
) => builder.enumType(name, { description, values: entryValues(entries) });

const list = <const Values extends readonly string[]>(name: string, description: string, values: Values) =>
  builder.enumType(name, { description, values });

export const ActorKindEnum = ofTable(actorKinds);
export const LayerEnum = ofTable(layers);
export const MapNodeKindEnum = list("MapNodeKind", "What a node of the map stands for.", [
  "ACTOR",
  "STANDARD",
  "ACTIVITY",
  "OFFERING",
] as const);
export const MapEdgeKindEnum = list("MapEdgeKind", "What an edge of the map stands for.", [
  "CLAIMS",
  "ADOPTS",
  "PROVIDES",
  "PERFORMS",
  "INTERFACES_WITH",
  ...valuesOf(relationTypes),
  "DEVELOPS_WITH",
  "SHARES_DATA_WITH",
  "USES_EQUIPMENT_OF",
] as const);
export const BoundaryStatusEnum = builder.enumType("BoundaryStatus", {
  description: "How far it is settled who leads an activity.",
  values: boundaryStatuses,
});
export const VoiceEnum = builder.enumType("Voice", {
  description: "Who says what an actor does, and whether they agree.",
  values: voices,
});
export const CoherenceDimensionKindEnum = listed("CoherenceDimensionKind", "The dimensions of coherence.", dimensions);
export const DimensionStatusEnum = list(
  "DimensionStatus",
  "SCORED: some item is known. UNKNOWN: there are items, none is known. NOT_APPLICABLE: there is nothing to judge.",
  ["SCORED", "UNKNOWN", "NOT_APPLICABLE"] as const,
);
export const InterventionKindEnum = listed("InterventionKind", "The kind of a change.", interventionTypes);
export const CompetitorTypeEnum = ofTable(competitorTypes);
export const TypeSourceEnum = list(
  "TypeSource",
  "Whether a competitor type is inferred from facts or an analyst's tag.",
  ["INFERRED", "TAGGED"] as const,
);
export const ThreatLevelEnum = list("ThreatLevel", "LOW < 0.1 <= MODERATE < 0.25 <= HIGH < 0.5 <= SEVERE.", [
  "LOW",
  "MODERATE",
  "HIGH",
  "SEVERE",
] as const);
export const ThreatFactorKindEnum = listed("ThreatFactorKind", "A factor of competitive contact.", factors);
export const ThreatDamperKindEnum = listed("ThreatDamperKind", "A damper: what reduces a threat.", dampers);
export const ThreatPartEnum = listed("ThreatPart", "A factor of contact, or a damper.", parts);
export const MoveTypeEnum = ofTable(moveTypes);
export const SegmentReadinessEnum = list("SegmentReadiness", "A customer's readiness for services and connection.", [
  "UNKNOWN",
  "NEGLIGENT",
  "NEUTRAL",
  "POSITIVE",
] as const);
export const SegmentInfrastructureEnum = list("SegmentInfrastructure", "A customer's digital infrastructure.", [
  "UNKNOWN",
  "LOW",
  "MEDIUM",
  "HIGH",
] as const);
export const SegmentOriginEnum = list("SegmentOrigin", "Who made the equipment that a customer uses.", [
  "UNKNOWN",
  "OWN",
  "MIXED",
  "RIVAL",
] as const);
export const SegmentAgeEnum = list("SegmentAge", "How old the equipment is: NEW < 5 years, MEDIUM < 15, else OLD.", [
  "UNKNOWN",
  "NEW",
  "MEDIUM",
  "OLD",
  "MIXED",
] as const);
export const LensEnum = ofTable(lenses);
export const StandardStatusEnum = ofTable(standardStatuses);

/** Kinds as an enum, spelt from the document's collections: actorCapabilities is ACTOR_CAPABILITIES. */
export const kindValues = <Kind extends ChangedKind>(kinds: readonly Kind[]) =>
  Object.fromEntries(
    kinds.map((kind) => [constantOf(kind), { value: kind, description: kindDescription(kind) }]),
  ) as Record<string, { value: Kind; description: string }>;

const kindDescription = (kind: ChangedKind): string =>
  kind === "views" ? "A named view of the map." : recordKinds[kind].description;
