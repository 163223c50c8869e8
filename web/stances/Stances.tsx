import type { ReactNode } from "react";
import { useQuery } from "urql";
import { describeFailure } from "../graphql/client.ts";
import { StanceScale } from "./StanceScale.tsx";
import { type Expectation, stancesQuery } from "./stances.graphql.ts";

interface Props {
  ecosystem: string;
  /** The as-of date; today when absent. */
  date: string | undefined;
  /** Key of the topic. */
  topic: string;
  linkTo(actor: Expectation["stances"][number]["actor"]): ReactNode;
}

/** Who says what on a topic, loaded when it is shown. */
export function Stances({ ecosystem, date, topic, linkTo }: Props) {
  const [{ data, error }] = useQuery({ query: stancesQuery, variables: { key: ecosystem, topic, asOf: date ?? null } });
  if (error) return <p role="alert">The stances could not be loaded. {describeFailure(error).detail}</p>;
  if (!data) return <p className="quiet">Loading…</p>;
  const expectation = data.ecosystem?.expectations[0];
  if (!expectation) return <p className="quiet">The topic has no stances on this date.</p>;
  return <StanceScale expectation={expectation} linkTo={linkTo} />;
}
