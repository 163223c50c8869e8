import { Link } from "@tanstack/react-router";
import { count, formatDate } from "../../shared/format.ts";
import { MoveStrip } from "./MoveStrip.tsx";
import { Moves } from "./Moves.tsx";
import type { CountedMove, ThreatAssessment } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  assessment: ThreatAssessment;
}

/** The rivals' moves that count, each with our response: newest year first, unanswered moves on top of each. */
export function MovesAndResponses({ ecosystem, date, assessment }: Props) {
  const moves = new Map(assessment.rivals.flatMap((rival) => rival.moves).map((move) => [move.id, move]));
  const found = assessment.countedMoves.flatMap((entry): CountedMove[] => {
    const move = moves.get(entry.move.id);
    return move ? [{ ...entry, move }] : [];
  });
  const byMove = new Map(found.map((entry) => [entry.move.id, entry]));
  const unansweredIds = new Set(assessment.unansweredMoves.map(({ id }) => id));
  const unanswered = unansweredIds.size;
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
      <MoveStrip moves={found} asOf={assessment.asOf} />
      <Moves
        moves={found.map(({ move }) => move)}
        unanswered={unansweredIds}
        answer={({ id }) => <Answer ecosystem={ecosystem} date={date} entry={byMove.get(id)!} />}
      />
    </section>
  );
}

function Answer({
  ecosystem,
  date,
  entry: { response, planned, days },
}: Omit<Props, "assessment"> & { entry: CountedMove }) {
  if (!response) {
    return (
      <>
        <p>
          <span className="tag unanswered">Unanswered</span> <span className="quiet">for {count(days, "day")}</span>
        </p>
        {planned && (
          <p className="quiet">
            Planned{planned.title && `: ${planned.title}`} ({formatDate(planned.date)})
          </p>
        )}
      </>
    );
  }
  const { record, title, status, reason } = response;
  return (
    <>
      <p>
        <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ ...(date && { date }), selected: record.id }}>
          {title ?? "Our response"}
        </Link>
      </p>
      <p className="quiet">
        {formatDate(response.date)}, after {count(days, "day")} · {status.toLowerCase()}
      </p>
      {reason && <p className="quiet">{reason}</p>}
    </>
  );
}
