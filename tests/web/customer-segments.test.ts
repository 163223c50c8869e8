import { expect, test } from "vitest";
import { customersSearch } from "../../web/app/search-params.ts";
import type { CustomerSegment } from "../../web/pages/customers/customers.graphql.ts";
import {
  customersOf,
  defaultGrouping,
  groupsBy,
  passing,
  segmentDimensionNames,
  sortedBy,
} from "../../web/pages/customers/grouping.ts";

const readiness = ["POSITIVE", "NEUTRAL", "NEGLIGENT", "UNKNOWN"] as const;
const infrastructure = ["HIGH", "MEDIUM", "LOW"] as const;
const origins = ["OWN", "MIXED", "RIVAL"] as const;
const ages = ["NEW", "OLD"] as const;
/** As the API answers: each of 23 customers almost a segment of its own. */
const scattered: CustomerSegment[] = Array.from({ length: 23 }, (_, i) => ({
  readiness: readiness[i % 4]!,
  infrastructure: infrastructure[i % 3]!,
  origin: origins[Math.floor(i / 4) % 3]!,
  age: ages[Math.floor(i / 12) % 2]!,
  fit: "POSSIBLE",
  customers: [{ id: `c${i}`, key: `c${i}`, name: `Customer ${String(i).padStart(2, "0")}`, kinds: ["CUSTOMER"] }],
}));
const customers = customersOf(scattered);

test("23 customers in 21 segments are no grouping: by default few groups hold all of them", () => {
  const all = groupsBy(customers, segmentDimensionNames);
  expect(all.size).toBeGreaterThan(20);
  const by = defaultGrouping(customers);
  expect(by).toEqual(["readiness"]);
  const groups = [...groupsBy(customers, by).values()];
  expect(groups.map(({ length }) => length)).toEqual([6, 6, 6, 5]);
});

test("readiness by infrastructure is the default where its groups hold several customers", () => {
  const dense = scattered.map((segment, i) => ({
    ...segment,
    readiness: readiness[i % 2]!,
    infrastructure: infrastructure[i % 2]!,
  }));
  expect(defaultGrouping(customersOf(dense))).toEqual(["readiness", "infrastructure"]);
});

test("the dimensions that do not group filter and sort, unknown last", () => {
  const own = passing(customers, { origin: "OWN", age: "NEW" });
  expect(own.length).toBeGreaterThan(0);
  expect(own.every(({ origin, age }) => origin === "OWN" && age === "NEW")).toBe(true);
  const sorted = sortedBy(customers, "readiness").map((customer) => customer.readiness);
  expect([...new Set(sorted)]).toEqual([...readiness]);
  expect(sortedBy([...customers].reverse(), "name").map(({ customer }) => customer.id)).toEqual(
    customers.map(({ customer }) => customer.id),
  );
});

test("grouping, filters and sorting are in the address, and what is not a value is dropped", () => {
  expect(
    customersSearch({ by: ["origin", "age", "readiness"], readiness: "POSITIVE", age: "ANCIENT", sort: "origin" }),
  ).toEqual({
    date: undefined,
    by: ["origin", "age"],
    sort: "origin",
    readiness: "POSITIVE",
    infrastructure: undefined,
    origin: undefined,
    age: undefined,
  });
  expect(customersSearch({ by: ["shoe size"], sort: "shoe size" })).toMatchObject({ by: undefined, sort: undefined });
});
