import { getRouteApi, Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { count } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { useIsNarrow } from "../../shared/use-is-narrow.ts";
import { segmentsQuery } from "./customers.graphql.ts";
import { Fits } from "./Fits.tsx";
import { SegmentGrid } from "./SegmentGrid.tsx";
import { SegmentList } from "./SegmentList.tsx";
import "./customers.css";

const route = getRouteApi("/e/$ecosystem/customers");
const readiness = ["POSITIVE", "NEUTRAL", "NEGLIGENT", "UNKNOWN"] as const;
const infrastructure = ["HIGH", "MEDIUM", "LOW", "UNKNOWN"] as const;

/** Customer segments: readiness by digital infrastructure; in each cell the origin and age of the equipment. */
export default function CustomersPage() {
  const { ecosystem: key } = route.useParams();
  const { date } = route.useSearch();
  const isNarrow = useIsNarrow();
  const [{ data, error, fetching }, again] = useQuery({ query: segmentsQuery, variables: { key, asOf: date ?? null } });
  if (error) return <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (fetching && !data) return <Loading />;
  const segments = data?.ecosystem?.segments ?? [];
  const customers = segments.reduce((sum, segment) => sum + segment.customers.length, 0);
  if (customers === 0) {
    return (
      <Empty title="No customers yet">
        <p>
          Customers of the focal firm will appear here, grouped by readiness, digital infrastructure and equipment. Set
          a focal firm and import SUPPLIES relations to actors of kind CUSTOMER, with their profiles and installations.
        </p>
        <Link className="as-button" to="/">
          Import file
        </Link>
      </Empty>
    );
  }
  const rows = readiness.filter((row) => segments.some((s) => s.readiness === row));
  const columns = infrastructure.filter((column) => segments.some((s) => s.infrastructure === column));
  const grid = { ecosystem: key, date, segments, rows, columns };
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>Customers</h1>
          <p>
            {count(customers, "customer")} in {count(segments.length, "segment")}. Advanced services fit best where
            readiness is positive and infrastructure is high, at the {isNarrow ? "top" : "top left"}.
          </p>
        </div>
      </div>
      {isNarrow ? <SegmentList {...grid} /> : <SegmentGrid {...grid} />}
      <Fits ecosystem={key} date={date} />
    </div>
  );
}
