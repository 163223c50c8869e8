import { Button } from "@mantine/core";
import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { Loading } from "../../shared/States.tsx";
import { fitsQuery } from "./customers.graphql.ts";
import { FitTable } from "./FitTable.tsx";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** Node ids of the customers that the filters leave. */
  shown: ReadonlySet<string>;
}

/** Section that ranks customers by their fit for an advanced service, with the terms on which each shares its data. */
export function Fits({ ecosystem, date, shown }: Props) {
  const [{ data, error }, again] = useQuery({
    query: fitsQuery,
    variables: { key: ecosystem, asOf: date ?? null },
  });
  const found = data?.ecosystem;
  return (
    <section className="rule" aria-label="Fit for an advanced service">
      <div>
        <h2>Fit for an advanced service</h2>
        <p className="quiet">
          Best fit first: by readiness, infrastructure, data-sharing conditions met
          {found?.focal && ` with ${found.focal.name}`}, and willingness to share data. Unknown values come last.
        </p>
      </div>
      {error && (
        <div role="alert">
          <p>Data-sharing agreements could not be loaded. {describeFailure(error).detail}</p>
          <Button size="compact-xs" variant="default" onClick={() => again({ requestPolicy: "network-only" })}>
            Try again
          </Button>
        </div>
      )}
      {!found && !error && <Loading rows={6} />}
      {found && (
        <FitTable
          ecosystem={ecosystem}
          date={date}
          fits={(found.customerFits ?? []).filter(({ customer }) => shown.has(customer.id))}
        />
      )}
    </section>
  );
}
