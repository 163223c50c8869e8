import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { placedQuery } from "../../graphql/placed.graphql.ts";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { points } from "../../shared/format.ts";
import type { ActorName } from "../../shared/names.graphql.ts";
import { levelText } from "../../shared/words.ts";
import { highestThreatQuery } from "./ecosystems.graphql.ts";
import { Unread } from "./Unread.tsx";
import { useAgainAt } from "./use-again-at.ts";

interface Props {
  ecosystem: string;
  /** The revision in the list; at another one it is read again. */
  revision: number;
  focal: ActorName | null;
  /** Whether its card has come into view: until then nothing is asked. */
  isSeen: boolean;
}

/** The highest competitive threat, or why none is shown: there may be no rival, or it may be unknown. */
export function HighestThreat({ ecosystem, revision, focal, isSeen }: Props) {
  const variables = { key: ecosystem };
  const [placed, askPlaced] = useQuery({
    query: placedQuery,
    variables: { ...variables, asOf: null },
    pause: focal === null || !isSeen,
  });
  const isPlaced = placed.data?.ecosystem?.positions.some(({ actor }) => actor.id === focal?.id) ?? false;
  const [threats, askThreats] = useQuery({ query: highestThreatQuery, variables, pause: !isPlaced });
  useAgainAt(revision, askPlaced, focal !== null && isSeen);
  useAgainAt(revision, askThreats, isPlaced);
  if (focal === null) {
    return (
      <p className="quiet">
        No focal firm set.{" "}
        <Link to="/e/$ecosystem/threats" params={{ ecosystem }}>
          Choose a focal firm
        </Link>
      </p>
    );
  }
  if (placed.error) return <Unread error={placed.error} onRetry={askPlaced} />;
  if (threats.error) return <Unread error={threats.error} onRetry={askThreats} />;
  if (!placed.data || (isPlaced && !threats.data)) return <p className="quiet">Calculating…</p>;
  if (!isPlaced) return <p className="quiet">Unknown: there are no claims about what {focal.name} does.</p>;
  const top = threats.data?.ecosystem?.threats?.highest;
  if (!top) return <p className="quiet">No rivals found for {focal.name}.</p>;
  return (
    <>
      <ExplainedScore
        size="large"
        label={top.rivals.length === 1 ? `Competitive threat from ${top.rivals[0]!.name}` : top.sentence}
        value={top.threat}
        low={top.low}
        high={top.high}
        tone={`level-${top.level.toLowerCase()}`}
      />
      <p className="quiet" title={top.rivals.map(({ name }) => name).join(", ")}>
        {top.rivals.length === 1
          ? top.rivals[0]!.name
          : `${top.rivals.length} rivals are equal at ${points(top.threat)}`}
        {" · "}
        {levelText(top).toLowerCase()}
      </p>
    </>
  );
}
