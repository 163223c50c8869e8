import { Link, useSearch } from "@tanstack/react-router";
import type { ThreatRow } from "../map/model/facts.graphql.ts";
import { ExplainedScore } from "../scores/ExplainedScore.tsx";
import { competitorWords, levelText } from "../shared/words.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  threat: ThreatRow;
}

/** Competitive threat of a rival to the focal firm. */
export function ThreatPart({ ecosystem, date, threat }: Props) {
  const { focal } = useSearch({ strict: false });
  return (
    <section className="inspector-part">
      <h3>
        Competitive threat to us{" "}
        <span className="tag" data-level={threat.level}>
          {levelText(threat)}
        </span>
      </h3>
      <ExplainedScore
        size="small"
        label="Competitive threat"
        value={threat.threat}
        low={threat.low}
        high={threat.high}
        tone={`level-${threat.level.toLowerCase()}`}
      />
      <p className="quiet">
        {competitorWords[threat.type]}.{" "}
        <Link
          to="/e/$ecosystem/threats"
          params={{ ecosystem }}
          search={{ ...(date && { date }), ...(focal && { focal }), rival: threat.rival.key }}
        >
          View details
        </Link>
      </p>
    </section>
  );
}
