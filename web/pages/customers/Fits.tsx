import { Button } from "@mantine/core";
import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { ecosystemHeaderQuery } from "../../graphql/ecosystem-header.graphql.ts";
import { today } from "../../shared/format.ts";
import { Loading } from "../../shared/States.tsx";
import { useAllRecords } from "../../shared/use-all-records.ts";
import { termsOf } from "./conditions.ts";
import type { CustomerSegment } from "./customers.graphql.ts";
import { FitTable } from "./FitTable.tsx";

interface Props {
  ecosystem: string;
  date: string | undefined;
  segments: readonly CustomerSegment[];
}

/** Section that ranks customers by their fit for an advanced service, with the terms on which each shares its data. */
export function Fits({ ecosystem, date, segments }: Props) {
  const [{ data }] = useQuery({ query: ecosystemHeaderQuery, variables: { key: ecosystem } });
  const agreements = useAllRecords(ecosystem, "AGREEMENTS");
  const profiles = useAllRecords(ecosystem, "PROFILES");
  const focal = data?.ecosystem?.focal;
  const error = agreements.error ?? profiles.error;
  const isRead = focal && !agreements.fetching && !profiles.fetching && !error;
  const terms = isRead && termsOf(focal.key, { agreements: agreements.rows, profiles: profiles.rows }, date ?? today());
  return (
    <section className="rule" aria-label="Fit for an advanced service">
      <div>
        <h2>Fit for an advanced service</h2>
        <p className="quiet">
          Best fit first: by readiness, infrastructure, data-sharing conditions met
          {focal && ` with ${focal.name}`}, and willingness to share data. Unknown values come last.
        </p>
      </div>
      {error && (
        <div role="alert">
          <p>Data-sharing agreements could not be loaded. {describeFailure(error).detail}</p>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              agreements.again();
              profiles.again();
            }}
          >
            Try again
          </Button>
        </div>
      )}
      {!terms && !error && <Loading rows={6} />}
      {terms && (
        <FitTable
          ecosystem={ecosystem}
          date={date}
          fits={segments.flatMap((segment) =>
            segment.customers.map((customer) => ({ customer, segment, ...terms(customer.key) })),
          )}
        />
      )}
    </section>
  );
}
