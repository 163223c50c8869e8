import { Link } from "@tanstack/react-router";
import { type SegmentDimensionName, type SegmentedCustomer, segmentDimensionNames, wordOf } from "./grouping.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  members: readonly SegmentedCustomer[];
  /** Dimensions that the heading of the group tells. */
  by: readonly SegmentDimensionName[];
}

/** Names of two dimensions need the word beside a value: "high" alone says nothing. */
const said: Record<SegmentDimensionName, (word: string) => string> = {
  readiness: (word) => `readiness ${word.toLowerCase()}`,
  infrastructure: (word) => `infrastructure ${word.toLowerCase()}`,
  origin: (word) => word.toLowerCase(),
  age: (word) => word.toLowerCase(),
};

/** Customers of a group by name, each with what the group does not tell. */
export function SegmentMembers({ ecosystem, date, members, by }: Props) {
  const others = segmentDimensionNames.filter((name) => !by.includes(name));
  return (
    <ul className="segment">
      {members.map((member) => (
        <li key={member.customer.id}>
          <Link
            to="/e/$ecosystem/map"
            params={{ ecosystem }}
            search={{ ...(date && { date }), selected: member.customer.id }}
          >
            {member.customer.name}
          </Link>{" "}
          <span className="quiet">{others.map((name) => said[name](wordOf(name, member[name]))).join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}
