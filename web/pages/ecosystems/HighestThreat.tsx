import { useQuery } from "urql";
import { placedQuery } from "../../graphql/placed.graphql.ts";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import type { ActorName } from "../../shared/names.graphql.ts";
import { levelWords } from "../../shared/words.ts";
import { highestThreatQuery } from "./ecosystems.graphql.ts";
import { Unread } from "./Unread.tsx";

/** The rival that threatens most; where there is none to tell, why: nobody may be a rival, or it may just not be known. */
export function HighestThreat({ ecosystem, focal }: { ecosystem: string; focal: ActorName | null }) {
  const variables = { key: ecosystem };
  const [placed, askPlaced] = useQuery({
    query: placedQuery,
    variables: { ...variables, asOf: null },
    pause: focal === null,
  });
  const isPlaced = placed.data?.ecosystem?.positions.some(({ actor }) => actor.id === focal?.id) ?? false;
  const [threats, askThreats] = useQuery({ query: highestThreatQuery, variables, pause: !isPlaced });
  if (focal === null) return <p className="quiet">Not told: no focal actor is named.</p>;
  if (placed.error) return <Unread error={placed.error} onRetry={askPlaced} />;
  if (threats.error) return <Unread error={threats.error} onRetry={askThreats} />;
  if (!placed.data || (isPlaced && !threats.data)) return <p className="quiet">Computing…</p>;
  if (!isPlaced) return <p className="quiet">Not told: no claim says what {focal.name} does.</p>;
  const top = threats.data?.ecosystem?.threats?.rivals[0];
  if (!top) return <p className="quiet">Nobody has contact with {focal.name}.</p>;
  return (
    <>
      <ExplainedScore
        size="large"
        label={`Threat of ${top.rival.name}`}
        value={top.threat}
        low={top.low}
        high={top.high}
        tone={`level-${top.level.toLowerCase()}`}
      />
      <p className="quiet">
        {top.rival.name} · {levelWords[top.level].toLowerCase()}
      </p>
    </>
  );
}
