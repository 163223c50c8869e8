import type { ChangedKind } from "../../cypher/changes/history.ts";
import type { RecordKind } from "../../cypher/model/document.ts";
import { recordKinds } from "../../cypher/model/record-kinds.ts";
import { builder } from "./builder.ts";

const list = <const Values extends readonly string[]>(name: string, description: string, values: Values) =>
  builder.enumType(name, { description, values });

export const ActorKindEnum = list("ActorKind", "What an actor is; the first of several is the primary one.", [
  "MANUFACTURER",
  "CUSTOMER",
  "SOFTWARE_PROVIDER",
  "ANALYST",
  "START_UP",
  "SERVICE_PROVIDER",
  "TECHNOLOGY_FIRM",
  "STANDARDS_BODY",
  "OTHER",
] as const);
export const LayerEnum = list("Layer", "Where in the stack an activity stands, from the machine to its operation.", [
  "EQUIPMENT",
  "CONNECTIVITY",
  "PLATFORM",
  "ANALYTICS",
  "SERVICE",
  "OPERATION",
] as const);
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
  "SUPPLIES",
  "PARTNERS_WITH",
  "OWNS",
  "COMPETES_WITH",
  "DEPENDS_ON",
  "DEVELOPS_WITH",
  "SHARES_DATA_WITH",
  "USES_EQUIPMENT_OF",
] as const);
export const BoundaryStatusEnum = list("BoundaryStatus", "How far it is settled who leads an activity.", [
  "UNKNOWN",
  "UNCLAIMED",
  "CONTESTED",
  "DISPUTED",
  "SHARED",
  "AGREED",
] as const);
export const CoherenceDimensionKindEnum = list("CoherenceDimensionKind", "The seven dimensions of coherence.", [
  "EXPECTATIONS",
  "BOUNDARIES",
  "INSTALLED_BASE",
  "STANDARDS",
  "CONTROL_SYSTEMS",
  "DATA_SHARING",
  "JOINT_DEVELOPMENT",
] as const);
export const DimensionStatusEnum = list(
  "DimensionStatus",
  "SCORED: some item is known. UNKNOWN: there are items, none is known. NOT_APPLICABLE: there is nothing to judge.",
  ["SCORED", "UNKNOWN", "NOT_APPLICABLE"] as const,
);
export const InterventionKindEnum = list("InterventionKind", "What one change could be.", [
  "SETTLE_BOUNDARY",
  "ALIGN_EXPECTATIONS",
  "ADOPT_STANDARD",
  "SIGN_AGREEMENT",
  "START_INITIATIVE",
  "SHARE_CONTROL_SYSTEM",
] as const);
export const CompetitorTypeEnum = list("CompetitorType", "The study's kinds of competitor.", [
  "SIMILAR_MANUFACTURER",
  "DIVERSIFIED_TECHNOLOGY_FIRM",
  "SERVICE_CENTRIC_START_UP",
  "EXPANDING_CUSTOMER",
  "OTHER",
] as const);
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
export const ThreatFactorKindEnum = list("ThreatFactorKind", "What makes contact with a rival.", [
  "OVERLAP",
  "MARKET_COMMONALITY",
  "MOMENTUM",
] as const);
export const ThreatDamperKindEnum = list("ThreatDamperKind", "What dampens a threat.", [
  "ENTRY_BARRIER",
  "ECOSYSTEM_TIES",
] as const);
export const MoveTypeEnum = list("MoveType", "What kind of move an actor made.", [
  "LAUNCH",
  "ENTRY",
  "EXPANSION",
  "ACQUISITION",
  "PARTNERSHIP",
  "PRICING",
  "PATENT",
  "HIRING",
  "STANDARD",
  "EXIT",
  "OTHER",
] as const);
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
export const LensEnum = list("Lens", "A way of seeing the map.", [
  "NETWORK",
  "POSITIONS",
  "BOUNDARIES",
  "RIVALS",
] as const);
export const StandardStatusEnum = list("StandardStatus", "How far a standard has come.", [
  "PROPOSED",
  "DRAFT",
  "PUBLISHED",
  "WITHDRAWN",
] as const);

/** Kinds as an enum, spelt from the document's collections: actorCapabilities is ACTOR_CAPABILITIES. */
export const kindValues = <Kind extends ChangedKind>(kinds: readonly Kind[]) =>
  Object.fromEntries(
    kinds.map((kind) => [
      kind.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
      {
        value: kind,
        description: `Each one: ${kind === "views" ? "view" : recordKinds[kind as RecordKind].singular}.`,
      },
    ]),
  ) as Record<string, { value: Kind; description: string }>;
