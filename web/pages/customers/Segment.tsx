import { Link } from "@tanstack/react-router";
import type { CustomerSegment } from "./customers.graphql.ts";

/** Props of the grid and the list: segments by readiness (rows) and infrastructure (columns), the best fit first. */
export interface SegmentsProps {
  ecosystem: string;
  date: string | undefined;
  segments: readonly CustomerSegment[];
  rows: readonly CustomerSegment["readiness"][];
  columns: readonly CustomerSegment["infrastructure"][];
}

export const readinessWords: Record<CustomerSegment["readiness"], string> = {
  POSITIVE: "Positive",
  NEUTRAL: "Neutral",
  NEGLIGENT: "Reluctant",
  UNKNOWN: "Unknown",
};
const originWords: Record<CustomerSegment["origin"], string> = {
  OWN: "Our equipment",
  MIXED: "Mixed equipment",
  RIVAL: "Rivals' equipment",
  UNKNOWN: "Origin unknown",
};
const ageWords: Record<CustomerSegment["age"], string> = {
  NEW: "new",
  MEDIUM: "mid-life",
  OLD: "old",
  MIXED: "of mixed age",
  UNKNOWN: "age unknown",
};

/** Customers with equipment of one origin and age, by name. */
export function Segment({
  ecosystem,
  date,
  segment,
}: Pick<SegmentsProps, "ecosystem" | "date"> & { segment: CustomerSegment }) {
  return (
    <div className="segment">
      <p className="quiet">
        {originWords[segment.origin]}, {ageWords[segment.age]}
      </p>
      <ul>
        {segment.customers.map((customer) => (
          <li key={customer.id}>
            <Link
              to="/e/$ecosystem/map"
              params={{ ecosystem }}
              search={{ ...(date && { date }), selected: customer.id }}
            >
              {customer.name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
