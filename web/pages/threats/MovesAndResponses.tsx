import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { describeFailure } from "../../graphql/client.ts";
import { dayNumber } from "../../map/model/time/days.ts";
import { count, formatDate } from "../../shared/format.ts";
import { useAllRecords } from "../../shared/use-all-records.ts";
import { plain } from "../../shared/words.ts";
import { type AnsweredMove, movesWithAnswers } from "./answers.ts";
import { MoveStrip } from "./MoveStrip.tsx";
import { Moves } from "./Moves.tsx";
import type { ThreatAssessment } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  assessment: ThreatAssessment;
}

/** The rivals' moves that count, each with our response; unanswered moves first. */
export function MovesAndResponses({ ecosystem, date, assessment }: Props) {
  const { rows, fetching, error, again } = useAllRecords(ecosystem, "RESPONSES");
  const found = movesWithAnswers(assessment, rows);
  const byMove = new Map(found.map((entry) => [entry.move.id, entry]));
  const unanswered = found.filter(({ isUnanswered }) => isUnanswered).length;
  return (
    <section className="rule" aria-label="Moves and responses">
      <div>
        <h2>Moves and responses</h2>
        <p className="quiet">
          {found.length === 0
            ? "No recent move of a rival affects our activities."
            : `${count(found.length, "recent move affects", "recent moves affect")} our activities; ${unanswered === 0 ? "all are answered" : `${unanswered} ${unanswered === 1 ? "is" : "are"} unanswered`}.`}
        </p>
      </div>
      {error && (
        <div role="alert">
          <p>Our responses could not be loaded. {describeFailure(error).detail}</p>
          <Button size="compact-xs" variant="default" onClick={again}>
            Try again
          </Button>
        </div>
      )}
      <MoveStrip moves={found} asOf={assessment.asOf} />
      <Moves
        moves={found.map(({ move }) => move)}
        answer={({ id }) => (
          <Answer {...{ ecosystem, date, fetching }} asOf={assessment.asOf} entry={byMove.get(id)!} />
        )}
      />
    </section>
  );
}

function Answer({
  ecosystem,
  date,
  asOf,
  fetching,
  entry: { move, isUnanswered, answer, planned },
}: Omit<Props, "assessment"> & { asOf: string; fetching: boolean; entry: AnsweredMove }) {
  if (isUnanswered) {
    return (
      <>
        <p>
          <span className="tag unanswered">Unanswered</span>{" "}
          <span className="quiet">for {count(dayNumber(asOf) - dayNumber(move.date), "day")}</span>
        </p>
        {planned && (
          <p className="quiet">
            Planned{planned.title && `: ${planned.title}`} ({formatDate(planned.date)})
          </p>
        )}
      </>
    );
  }
  if (!answer) return <p className="quiet">{fetching ? "Loading…" : "Answered; the response could not be loaded."}</p>;
  const { title, status = "DONE", reason } = answer.response;
  return (
    <>
      <p>
        <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ ...(date && { date }), selected: answer.record }}>
          {title ?? "Our response"}
        </Link>
      </p>
      <p className="quiet">
        {formatDate(answer.response.date)}, after {count(answer.days, "day")} · {plain(status).toLowerCase()}
      </p>
      {reason && <p className="quiet">{reason}</p>}
    </>
  );
}
