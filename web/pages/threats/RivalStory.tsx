import { useQuery } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { Sentences } from "../../shared/Sentences.tsx";
import { threatSentencesQuery } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** Key of the focal firm. */
  focal: string;
  halfLife: number | undefined;
  rival: string;
}

/** Explanation of one rival's threat in sentences, loaded when its row is expanded. */
export function RivalStory({ ecosystem, date, focal, halfLife, rival }: Props) {
  const [{ data, error }] = useQuery({
    query: threatSentencesQuery,
    variables: { key: ecosystem, rival, asOf: date ?? null, focal, halfLifeDays: halfLife ?? null },
  });
  if (error) return <p role="alert">The explanation could not be loaded. {describeFailure(error).detail}</p>;
  if (!data) return <p className="quiet">Loading…</p>;
  return <Sentences ecosystem={ecosystem} date={date} sentences={data.ecosystem?.explainThreat ?? []} />;
}
