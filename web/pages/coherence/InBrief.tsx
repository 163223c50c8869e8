import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { Sentences } from "../../shared/Sentences.tsx";
import { coherenceSentencesQuery, type WeightInput } from "./coherence.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  weights: WeightInput;
  /** Whether the ecosystem has a focal firm, from whose viewpoint competitive threats are assessed. */
  hasFocal: boolean;
}

/** Executive summary: the report in sentences, each with its evidence. */
export function InBrief({ ecosystem, date, weights, hasFocal }: Props) {
  const [{ data, error }] = useQuery({
    query: coherenceSentencesQuery,
    variables: { key: ecosystem, asOf: date ?? null, weights },
  });
  return (
    <section className="rule" aria-label="In brief">
      <h2>In brief</h2>
      {error ? (
        <p role="alert">The summary could not be loaded. {describeFailure(error).detail}</p>
      ) : data ? (
        <Sentences ecosystem={ecosystem} date={date} sentences={data.ecosystem?.explainCoherence ?? []} />
      ) : (
        <p className="quiet">Loading…</p>
      )}
      {!hasFocal && (
        <p>
          Competitive threats are not assessed: no focal firm is set.{" "}
          <Link to="/e/$ecosystem/threats" params={{ ecosystem }} search={date ? { date } : {}}>
            Choose a focal firm
          </Link>{" "}
          on the Threats page.
        </p>
      )}
    </section>
  );
}
