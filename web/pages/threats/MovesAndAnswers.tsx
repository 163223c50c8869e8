import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { describeFailure } from "../../graphql/client.ts";
import type { ThreatAssessment } from "../../graphql/types.ts";
import { dayNumber } from "../../map/model/time/days.ts";
import { count, formatDate } from "../../shared/format.ts";
import { useAllRecords } from "../../shared/use-all-records.ts";
import { plain } from "../../shared/words.ts";
import { type AnsweredMove, movesWithAnswers } from "./answers.ts";
import { MoveStrip } from "./MoveStrip.tsx";
import { Moves } from "./Moves.tsx";

interface Props {
  ecosystem: string;
  date: string | undefined;
  assessment: ThreatAssessment;
}

/** The rivals' moves that count, with what we did about each; those that nobody answered first. */
export function MovesAndAnswers({ ecosystem, date, assessment }: Props) {
  const { rows, fetching, error, again } = useAllRecords(ecosystem, "RESPONSES");
  const found = movesWithAnswers(assessment, rows);
  const byMove = new Map(found.map((entry) => [entry.move.id, entry]));
  const open = found.filter(({ isUnanswered }) => isUnanswered).length;
  return (
    <section className="rule" aria-label="Moves and our answers">
      <div>
        <h2>Moves and our answers</h2>
        <p className="quiet">
          {found.length === 0
            ? "No move of a rival touches our activities and counts on this day."
            : `${count(found.length, "move")} that ${found.length === 1 ? "touches" : "touch"} our activities and count${found.length === 1 ? "s" : ""} on this day, ${open === 0 ? "all answered" : `${open} unanswered`}.`}
        </p>
      </div>
      {error && (
        <div role="alert">
          <p>Our answers could not be read. {describeFailure(error).detail}</p>
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
  if (!answer) return <p className="quiet">{fetching ? "Reading…" : "Answered; how was not read."}</p>;
  const { title, status = "DONE", reason } = answer.response;
  return (
    <>
      <p>
        <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ ...(date && { date }), selected: answer.record }}>
          {title ?? "Our answer"}
        </Link>
      </p>
      <p className="quiet">
        {formatDate(answer.response.date)}, after {count(answer.days, "day")} · {plain(status).toLowerCase()}
      </p>
      {reason && <p className="quiet">{reason}</p>}
    </>
  );
}
