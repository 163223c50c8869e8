import { dampers, type ThreatDamperKind } from "./dampers.ts";
import { factors, type ThreatFactorKind } from "./factors.ts";
import type { ThreatPart } from "./part.ts";

export type ThreatPartKind = ThreatFactorKind | ThreatDamperKind;

/** All factors and dampers, in the order in which they are listed. */
export const parts: readonly ThreatPart<ThreatPartKind>[] = [...factors, ...dampers];

const byKind = new Map(parts.map((part) => [part.kind, part]));

export const partOf = (kind: ThreatPartKind): ThreatPart<ThreatPartKind> => byKind.get(kind)!;
