import { Link } from "@tanstack/react-router";
import { ageWords, originWords } from "../../shared/words.ts";
import type { CustomerSegment } from "./customers.graphql.ts";

/** Props of the grid and the list: segments by readiness (rows) and infrastructure (columns), the best fit first. */
export interface SegmentsProps {
  ecosystem: string;
  date: string | undefined;
  segments: readonly CustomerSegment[];
  rows: readonly CustomerSegment["readiness"][];
  columns: readonly CustomerSegment["infrastructure"][];
}

/** Customers with equipment of one origin and age, by name. */
export function Segment({
  ecosystem,
  date,
  segment,
}: Pick<SegmentsProps, "ecosystem" | "date"> & { segment: CustomerSegment }) {
  return (
    <div className="segment">
      <p className="quiet">
        {originWords[segment.origin]}, {ageWords[segment.age].toLowerCase()}
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
