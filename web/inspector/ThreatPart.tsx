import { Link } from "@tanstack/react-router";
import type { ThreatRow } from "../map/model/threat-row.ts";
import { ExplainedScore } from "../scores/ExplainedScore.tsx";
import { competitorWords, levelWords } from "../shared/words.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  threat: ThreatRow;
}

/** How much of a threat a rival is to the focal firm. */
export function ThreatPart({ ecosystem, date, threat }: Props) {
  return (
    <section className="inspector-part">
      <h3>
        Threat to us{" "}
        <span className="tag" data-level={threat.level}>
          {levelWords[threat.level]}
        </span>
      </h3>
      <ExplainedScore
        size="small"
        label="Threat"
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
          search={{ ...(date && { date }), rival: threat.rival.key }}
        >
          What it is made of
        </Link>
      </p>
    </section>
  );
}
