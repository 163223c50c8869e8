import type { SegmentAge, SegmentInfrastructure, SegmentOrigin, SegmentReadiness } from "../../graphql/schema-types.ts";
import type { ActorName } from "../../shared/names.graphql.ts";
import { ageWords, infrastructureWords, originWords, readinessWords } from "../../shared/words.ts";
import type { CustomerSegment } from "./customers.graphql.ts";

/** Properties of a customer by which a reader groups, filters or sorts; values in the order in which they are listed. */
export interface SegmentDimension {
  label: string;
  values: readonly { value: string; word: string }[];
}

const listed = <Value extends string>(words: Readonly<Record<Value, string>>, order: readonly Value[]) =>
  order.map((value) => ({ value, word: words[value] }));

const readiness: readonly SegmentReadiness[] = ["POSITIVE", "NEUTRAL", "NEGLIGENT", "UNKNOWN"];
const infrastructure: readonly SegmentInfrastructure[] = ["HIGH", "MEDIUM", "LOW", "UNKNOWN"];
const origins: readonly SegmentOrigin[] = ["OWN", "MIXED", "RIVAL", "UNKNOWN"];
const ages: readonly SegmentAge[] = ["NEW", "MEDIUM", "OLD", "MIXED", "UNKNOWN"];

export const segmentDimensions = {
  readiness: { label: "Readiness", values: listed(readinessWords, readiness) },
  infrastructure: { label: "Digital infrastructure", values: listed(infrastructureWords, infrastructure) },
  origin: { label: "Origin of equipment", values: listed(originWords, origins) },
  age: { label: "Age of equipment", values: listed(ageWords, ages) },
} as const satisfies Record<string, SegmentDimension>;
export type SegmentDimensionName = keyof typeof segmentDimensions;
export const segmentDimensionNames = Object.keys(segmentDimensions) as SegmentDimensionName[];

/** A customer with the properties of its segment. */
export interface SegmentedCustomer extends Omit<CustomerSegment, "customers"> {
  customer: ActorName;
}

export const customersOf = (segments: readonly CustomerSegment[]): SegmentedCustomer[] =>
  segments.flatMap(({ customers, ...values }) => customers.map((customer) => ({ ...values, customer })));

export type SegmentFilters = Partial<Record<SegmentDimensionName, string>>;

export const passing = (customers: readonly SegmentedCustomer[], filters: SegmentFilters): SegmentedCustomer[] =>
  customers.filter((customer) =>
    segmentDimensionNames.every((name) => filters[name] === undefined || filters[name] === customer[name]),
  );

/** Word of a customer's value. */
export const wordOf = (name: SegmentDimensionName, value: string): string =>
  segmentDimensions[name].values.find((entry) => entry.value === value)?.word ?? value;

const rankOf = (name: SegmentDimensionName, value: string): number =>
  segmentDimensions[name].values.findIndex((entry) => entry.value === value);

/** At most a table: rows by columns. */
export const maxGrouped = 2;
/** Fewer customers in a group on average, and the groups tell no more than a list of names. */
const minMean = 3;

/** Groups of customers, the best first; a group is never empty. */
export function groupsBy(customers: readonly SegmentedCustomer[], by: readonly SegmentDimensionName[]) {
  const groups = new Map<string, SegmentedCustomer[]>();
  for (const customer of customers) {
    const key = by.map((name) => customer[name]).join(" ");
    groups.set(key, [...(groups.get(key) ?? []), customer]);
  }
  return groups;
}

/** Readiness by infrastructure, which decide the fit for an advanced service, where that groups; else readiness alone. */
export function defaultGrouping(customers: readonly SegmentedCustomer[]): SegmentDimensionName[] {
  const both: SegmentDimensionName[] = ["readiness", "infrastructure"];
  return customers.length >= minMean * groupsBy(customers, both).size ? both : ["readiness"];
}

export type SegmentSort = SegmentDimensionName | "name";
export const segmentSorts: readonly SegmentSort[] = ["name", ...segmentDimensionNames];

export const sortedBy = (customers: readonly SegmentedCustomer[], sort: SegmentSort): SegmentedCustomer[] =>
  [...customers].sort(
    (a, b) =>
      (sort === "name" ? 0 : rankOf(sort, a[sort]) - rankOf(sort, b[sort])) ||
      a.customer.name.localeCompare(b.customer.name, "en"),
  );

/** Values of a dimension that these customers have, in order. */
export const valuesIn = (customers: readonly SegmentedCustomer[], name: SegmentDimensionName) =>
  segmentDimensions[name].values.filter(({ value }) => customers.some((customer) => customer[name] === value));
