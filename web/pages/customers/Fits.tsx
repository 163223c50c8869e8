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

/** Which customers an advanced service fits first and why, with the terms on which each shares its data with us. */
export function Fits({ ecosystem, date, segments }: Props) {
  const [{ data }] = useQuery({ query: ecosystemHeaderQuery, variables: { key: ecosystem } });
  const agreements = useAllRecords(ecosystem, "AGREEMENTS");
  const profiles = useAllRecords(ecosystem, "PROFILES");
  const focal = data?.ecosystem?.focal;
  const error = agreements.error ?? profiles.error;
  const isRead = focal && !agreements.fetching && !profiles.fetching && !error;
  const terms = isRead && termsOf(focal.key, { agreements: agreements.rows, profiles: profiles.rows }, date ?? today());
  return (
    <section className="rule" aria-label="Who fits first">
      <div>
        <h2>Whom an advanced service fits first</h2>
        <p className="quiet">
          By readiness, then infrastructure, then the conditions met for sharing data
          {focal && ` with ${focal.name}`}, then willingness. Unknown comes last.
        </p>
      </div>
      {error && (
        <div role="alert">
          <p>What is agreed on their data could not be read. {describeFailure(error).detail}</p>
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
