import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "urql";
import { PrintFoot } from "../../print/PrintFoot.tsx";
import { PrintHead } from "../../print/PrintHead.tsx";
import { FillLinks } from "../../shared/FillLinks.tsx";
import { count, formatDate } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { segmentsQuery } from "./customers.graphql.ts";
import type { CustomersView } from "./customers-search.ts";
import { Fits } from "./Fits.tsx";
import { customersOf, defaultGrouping, groupsBy, passing, sortedBy } from "./grouping.ts";
import { SegmentControls } from "./SegmentControls.tsx";
import { SegmentGrid } from "./SegmentGrid.tsx";
import "./customers.css";

const route = getRouteApi("/e/$ecosystem/customers");

/** Customer segments by the dimensions that the reader picks, and the fit of each customer for an advanced service. */
export default function CustomersPage() {
  const { ecosystem: key } = route.useParams();
  const { date, ...view } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<CustomersView>) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const [{ data, error, fetching }, again] = useQuery({ query: segmentsQuery, variables: { key, asOf: date ?? null } });
  if (error) return <Failed error={error} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (fetching && !data) return <Loading />;
  const customers = customersOf(data?.ecosystem?.segments ?? []);
  if (customers.length === 0 && date) {
    return (
      <Empty title={`No customers on ${formatDate(date)}`}>
        <p>The focal firm has no customers on this date, or is not there yet. Choose another date.</p>
      </Empty>
    );
  }
  if (customers.length === 0) {
    return (
      <Empty title="No customers yet">
        <p>
          Customers of the focal firm will appear here, grouped by readiness, digital infrastructure and equipment. Set
          a focal firm and record whom it supplies, with the profiles and installations of these customers.
        </p>
        <FillLinks ecosystem={key} step="focal" />
      </Empty>
    );
  }
  const by = view.by ?? defaultGrouping(customers);
  const shown = sortedBy(passing(customers, view), view.sort ?? "name");
  return (
    <div className="page">
      <PrintHead ecosystem={key} />
      <div className="page-head">
        <div>
          <h1>Customers</h1>
          <p>
            {count(shown.length, "customer")}
            {shown.length < customers.length && ` of ${customers.length}`} in{" "}
            {count(groupsBy(shown, by).size, "segment")}. Advanced services fit best where readiness is positive and
            infrastructure is high.
          </p>
        </div>
      </div>
      <section className="rule" aria-label="Segments">
        <h2>Segments</h2>
        <SegmentControls customers={customers} by={by} view={view} onChange={set} />
        {shown.length === 0 ? (
          <p className="quiet">
            No customer matches the filters.{" "}
            <button
              type="button"
              className="text-button"
              onClick={() =>
                set({ readiness: undefined, infrastructure: undefined, origin: undefined, age: undefined })
              }
            >
              Reset filters
            </button>
          </p>
        ) : (
          <SegmentGrid ecosystem={key} date={date} customers={shown} by={by} />
        )}
      </section>
      <Fits ecosystem={key} date={date} shown={new Set(shown.map(({ customer }) => customer.id))} />
      <PrintFoot />
    </div>
  );
}
