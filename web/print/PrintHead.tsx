import { useQuery } from "urql";
import { ecosystemHeaderQuery } from "../graphql/ecosystem-header.graphql.ts";

/** On paper there is no bar: which ecosystem it is, and what it is for. */
export function PrintHead({ ecosystem }: { ecosystem: string }) {
  const [{ data }] = useQuery({ query: ecosystemHeaderQuery, variables: { key: ecosystem } });
  return (
    <header className="print-only print-head">
      <p className="print-name">{data?.ecosystem?.name ?? ecosystem}</p>
      {data?.ecosystem?.valueProposition && <p className="quiet">{data.ecosystem.valueProposition}</p>}
    </header>
  );
}
