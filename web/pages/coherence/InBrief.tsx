import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { Sentences } from "../../shared/Sentences.tsx";
import { coherenceSentencesQuery, type WeightInput } from "./coherence.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  weights: WeightInput;
}

/** Executive summary: the report in sentences, each with its evidence. */
export function InBrief({ ecosystem, date, weights }: Props) {
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
    </section>
  );
}
