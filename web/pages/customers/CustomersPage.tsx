import { getRouteApi, Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { segmentsQuery } from "../../graphql/operations.ts";
import type { CustomerSegment } from "../../graphql/types.ts";
import { count } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { plain } from "../../shared/words.ts";
import "./customers.css";

const route = getRouteApi("/e/$ecosystem/customers");
const readiness = ["POSITIVE", "NEUTRAL", "NEGLIGENT", "UNKNOWN"] as const;
const infrastructure = ["HIGH", "MEDIUM", "LOW", "UNKNOWN"] as const;
const originWords: Record<CustomerSegment["origin"], string> = {
  OWN: "our equipment",
  MIXED: "mixed equipment",
  RIVAL: "rivals' equipment",
  UNKNOWN: "origin unknown",
};
const ageWords: Record<CustomerSegment["age"], string> = {
  NEW: "new",
  MEDIUM: "middle-aged",
  OLD: "old",
  MIXED: "of mixed age",
  UNKNOWN: "age unknown",
};

/** Customers as a grid: readiness by digital infrastructure; in each cell origin and age of their equipment. */
export default function CustomersPage() {
  const { ecosystem: key } = route.useParams();
  const { date } = route.useSearch();
  const [{ data, error, fetching }, again] = useQuery({ query: segmentsQuery, variables: { key, asOf: date ?? null } });
  if (error) return <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (fetching && !data) return <Loading />;
  const segments = data?.ecosystem?.segments ?? [];
  const customers = segments.reduce((sum, segment) => sum + segment.customers.length, 0);
  if (customers === 0) {
    return (
      <Empty title="No customers to group">
        This page groups the customers that the focal actor supplies. Import SUPPLIES relations to actors of kind
        CUSTOMER, with their profiles and installations.
      </Empty>
    );
  }
  const rows = readiness.filter((row) => segments.some((s) => s.readiness === row));
  const columns = infrastructure.filter((column) => segments.some((s) => s.infrastructure === column));
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Customers</h1>
          <p>
            {count(customers, "customer")} in {count(segments.length, "segment")}. An advanced service fits first where
            readiness is positive and infrastructure high: the top left.
          </p>
        </div>
      </div>
      <div className="segments-scroll">
        <table className="segments">
          <caption className="quiet">Readiness for service (rows) by digital infrastructure (columns)</caption>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {plain(column)} infrastructure
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{plain(row)}</th>
                {columns.map((column) => (
                  <td key={column} data-fit={row === "POSITIVE" && column === "HIGH" ? "first" : undefined}>
                    {segments
                      .filter((s) => s.readiness === row && s.infrastructure === column)
                      .map((s) => (
                        <div key={`${s.origin}-${s.age}`} className="segment">
                          <p className="quiet">
                            {originWords[s.origin]}, {ageWords[s.age]}
                          </p>
                          <ul>
                            {s.customers.map((customer) => (
                              <li key={customer.id}>
                                <Link
                                  to="/e/$ecosystem/map"
                                  params={{ ecosystem: key }}
                                  search={{ ...(date && { date }), selected: customer.id }}
                                >
                                  {customer.name}
                                </Link>
                              </li>
                            ))}
                          </ul>
                        </div>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
