// The ecosystem document (format "ecosystem/1"): everything that the graph may contain. Its types come from the
// descriptions of the kinds of record in records/, which give each field its meaning and its range.

import type { ValuesOf } from "./field.ts";
import type { factFields } from "./record-description.ts";
import type { ecosystemFields } from "./records/ecosystem.ts";
import type { kinds } from "./records/kinds.ts";

export type { ActorKind } from "./enums/actor-kind.ts";
export type { CompetitorType } from "./enums/competitor-type.ts";
export type { Layer } from "./enums/layer.ts";
export type { Lens } from "./enums/lens.ts";
export type { MoveType } from "./enums/move-type.ts";
export type { RelationType } from "./enums/relation-type.ts";
export type { ResponseStatus } from "./enums/response-status.ts";
export type { StandardStatus } from "./enums/standard-status.ts";
export type { TidyCheck } from "./enums/tidy-check.ts";

/** Fields of every fact: the validity [validFrom, validTo), the confidence (0..1), and keys of evidence. */
export interface FactBase extends ValuesOf<typeof factFields> {}

/** Collections of a document by name: each a kind of record. */
export type RecordsByKind = { [K in keyof typeof kinds]: ValuesOf<(typeof kinds)[K]["fields"]> };
export type RecordKind = keyof RecordsByKind;
export type AnyRecord = RecordsByKind[RecordKind];

export type EvidenceRecord = RecordsByKind["evidence"];
export type ActorRecord = RecordsByKind["actors"];
export type ProfileRecord = RecordsByKind["profiles"];
export type ActorCapabilityRecord = RecordsByKind["actorCapabilities"];
export type StandardRecord = RecordsByKind["standards"];
export type AdoptionRecord = RecordsByKind["adoptions"];
export type ActivityRecord = RecordsByKind["activities"];
export type ClaimRecord = RecordsByKind["claims"];
export type OfferingRecord = RecordsByKind["offerings"];
export type TopicRecord = RecordsByKind["topics"];
export type StanceRecord = RecordsByKind["stances"];
export type InterfaceRecord = RecordsByKind["interfaces"];
export type ControlSystemRecord = RecordsByKind["controlSystems"];
export type InstallationRecord = RecordsByKind["installations"];
export type AgreementRecord = RecordsByKind["agreements"];
export type InitiativeRecord = RecordsByKind["initiatives"];
export type RelationRecord = RecordsByKind["relations"];
export type MoveRecord = RecordsByKind["moves"];
export type ResponseRecord = RecordsByKind["responses"];
export type TagRecord = RecordsByKind["tags"];
export type ReviewRecord = RecordsByKind["reviews"];
export type LayoutPinRecord = RecordsByKind["layout"];

export type EcosystemHead = ValuesOf<typeof ecosystemFields>;

export type EcosystemDocument = {
  $schema?: string;
  format: "ecosystem/1";
  ecosystem: EcosystemHead;
} & { [K in RecordKind]?: RecordsByKind[K][] };

/** Reference to a record by its kind and identity (see identityOf in record-kinds.ts). */
export interface RecordRef {
  kind: RecordKind;
  key: string;
}

/** Fields of a record by name: for code that is generic over descriptions, since records have no index signature. */
export const fieldsOf = (record: AnyRecord): Readonly<Record<string, unknown>> =>
  record as unknown as Readonly<Record<string, unknown>>;

/** Record from fields whose names and values come from the description of its kind, which the compiler cannot check. */
export const recordOfFields = (fields: Record<string, unknown>): AnyRecord => fields as unknown as AnyRecord;
