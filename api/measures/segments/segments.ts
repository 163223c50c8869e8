import type { InstallationRecord, ProfileRecord } from "../../../cypher/model/document.ts";
import { valuesOf } from "../../../cypher/model/enum-table.ts";
import { compareText } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";
import { ageClass } from "../scoring/equipment-age.ts";
import { requireFocal } from "../scoring/focal.ts";
import { countUnits } from "../scoring/units.ts";
import {
  type SegmentAge,
  type SegmentInfrastructure,
  type SegmentOrigin,
  type SegmentReadiness,
  segmentAges,
  segmentInfrastructure,
  segmentOrigins,
  segmentReadiness,
} from "./segment-enums.ts";

const readinessOrder = valuesOf(segmentReadiness);
const infrastructureOrder = valuesOf(segmentInfrastructure);
const originOrder = valuesOf(segmentOrigins);
const ageOrder = valuesOf(segmentAges);

/** Segment: customers with the same four values (the study's table 3), by key. */
export interface CustomerSegment {
  readiness: SegmentReadiness;
  infrastructure: SegmentInfrastructure;
  origin: SegmentOrigin;
  age: SegmentAge;
  customers: string[];
}

function readinessOf(profile: ProfileRecord | undefined): SegmentReadiness {
  const known = [profile?.serviceReadiness, profile?.industrialInternetReadiness].filter((it) => it !== undefined);
  if (known.length === 0) return "UNKNOWN";
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return mean < 2.5 ? "NEGLIGENT" : mean <= 3.5 ? "NEUTRAL" : "POSITIVE";
}

function infrastructureOf(profile: ProfileRecord | undefined): SegmentInfrastructure {
  const level = profile?.digitalInfrastructure;
  if (level === undefined) return "UNKNOWN";
  return level <= 2 ? "LOW" : level === 3 ? "MEDIUM" : "HIGH";
}

function originOf(installations: readonly InstallationRecord[], focal: string): SegmentOrigin {
  const { unitsByClass } = countUnits(installations, (it) => it.origin ?? null);
  const known = [...unitsByClass.values()].reduce((sum, units) => sum + units, 0);
  if (known === 0) return "UNKNOWN";
  // Integer arithmetic, so that exactly two thirds is two thirds.
  const own = (unitsByClass.get(focal) ?? 0) * 3;
  return own >= known * 2 ? "OWN" : own <= known ? "RIVAL" : "MIXED";
}

function ageOf(installations: readonly InstallationRecord[], asOf: string): SegmentAge {
  const { unitsByClass } = countUnits(installations, ({ installedYear }) =>
    installedYear === undefined ? null : ageClass(installedYear, asOf),
  );
  const known = [...unitsByClass.values()].reduce((sum, units) => sum + units, 0);
  if (known === 0) return "UNKNOWN";
  const majority = [...unitsByClass].find(([, units]) => units * 2 > known);
  return (majority?.[0] as SegmentAge | undefined) ?? "MIXED";
}

/**
 * Segments of the customers that the focal firm supplies, sorted by their four values. Source: docs/model.md, section
 * 6.
 * @throws MeasureError when the focal actor is unknown
 */
export function segments(facts: Facts, focal?: string | null): CustomerSegment[] {
  const supplier = requireFocal(facts, focal);
  const bySegment = new Map<string, CustomerSegment>();
  for (const { to } of facts.suppliesFrom.get(supplier) ?? []) {
    if (!facts.actors.get(to)?.kinds.includes("CUSTOMER")) continue;
    const profile = facts.profiles.get(to);
    const installations = facts.installationsAt.get(to) ?? [];
    const values = {
      readiness: readinessOf(profile),
      infrastructure: infrastructureOf(profile),
      origin: originOf(installations, supplier),
      age: ageOf(installations, facts.asOf),
    };
    const key = Object.values(values).join("|");
    const segment = bySegment.get(key) ?? { ...values, customers: [] };
    segment.customers.push(to);
    bySegment.set(key, segment);
  }
  const result = [...bySegment.values()].map((it) => ({ ...it, customers: it.customers.sort(compareText) }));
  return result.sort(
    (a, b) =>
      readinessOrder.indexOf(a.readiness) - readinessOrder.indexOf(b.readiness) ||
      infrastructureOrder.indexOf(a.infrastructure) - infrastructureOrder.indexOf(b.infrastructure) ||
      originOrder.indexOf(a.origin) - originOrder.indexOf(b.origin) ||
      ageOrder.indexOf(a.age) - ageOrder.indexOf(b.age),
  );
}
