import { useQuery } from "urql";
import { ecosystemHeaderQuery } from "../graphql/ecosystem-header.graphql.ts";

/** Header on paper, which has no navigation bar: the ecosystem's name and value proposition. */
export function PrintHead({ ecosystem }: { ecosystem: string }) {
  const [{ data }] = useQuery({ query: ecosystemHeaderQuery, variables: { key: ecosystem } });
  return (
    <header className="print-only print-head">
      <p className="print-name">{data?.ecosystem?.name ?? ecosystem}</p>
      {data?.ecosystem?.valueProposition && <p className="quiet">{data.ecosystem.valueProposition}</p>}
    </header>
  );
}
