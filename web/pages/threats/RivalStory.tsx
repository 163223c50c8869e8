import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { Sentences } from "../../shared/Sentences.tsx";
import { threatSentencesQuery } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** Key of the firm from whose point of view it is seen. */
  focal: string;
  halfLife: number | undefined;
  rival: string;
}

/** One rival's threat in sentences, asked for when its row is opened. */
export function RivalStory({ ecosystem, date, focal, halfLife, rival }: Props) {
  const [{ data, error }] = useQuery({
    query: threatSentencesQuery,
    variables: { key: ecosystem, rival, asOf: date ?? null, focal, halfLifeDays: halfLife ?? null },
  });
  if (error) return <p role="alert">The sentences could not be read. {describeFailure(error).detail}</p>;
  if (!data) return <p className="quiet">Reading…</p>;
  return <Sentences ecosystem={ecosystem} date={date} sentences={data.ecosystem?.explainThreat ?? []} />;
}
