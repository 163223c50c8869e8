import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { draftNames } from "../../fields/use-draft.ts";
import { count, formatDate } from "../../shared/format.ts";
import type { RecordRow } from "../../shared/records.graphql.ts";
import { useAllRecords } from "../../shared/use-all-records.ts";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { MoveForm, moveDraft } from "./MoveForm.tsx";
import { MoveStrip } from "./MoveStrip.tsx";
import { Moves } from "./Moves.tsx";
import { ResponseForm, responseDraft } from "./ResponseForm.tsx";
import type { CountedMove, ThreatAssessment } from "./threats.graphql.ts";

const ResponseStatusChoice = lazy(() => import("./ResponseStatusChoice.tsx"));

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
  const mayEdit = useMayEdit();
  const { rows } = useAllRecords(ecosystem, "RESPONSES", { pause: !mayEdit });
  const records = new Map(rows.map((row) => [row.id, row]));
  const [isLogging, setLogging] = useState(() => draftNames(moveDraft(ecosystem, null)).includes(""));
  const [said, setSaid] = useState("");
  return (
    <section className="rule" aria-label="Moves and responses">
      <div>
        <h2>Moves and responses</h2>
        {mayEdit && !isLogging && (
          <Button variant="default" size="compact-xs" onClick={() => setLogging(true)}>
            Log move
          </Button>
        )}
        <p className="quiet">
          {found.length === 0
            ? "No recent move of a rival affects our activities."
            : `${count(found.length, "recent move affects", "recent moves affect")} our activities; ${unanswered === 0 ? "all are answered" : `${unanswered} ${unanswered === 1 ? "is" : "are"} unanswered`}.`}
        </p>
      </div>
      <p className={said ? "form-note" : "unseen"} role="status">
        {said}
      </p>
      {mayEdit && isLogging && (
        <MoveForm
          ecosystem={ecosystem}
          actor={null}
          day={assessment.asOf}
          onDone={(said) => {
            setLogging(false);
            setSaid(said ?? "");
          }}
          onCancel={() => setLogging(false)}
        />
      )}
      <MoveStrip moves={found} asOf={assessment.asOf} />
      <Moves
        moves={found.map(({ move }) => move)}
        unanswered={unansweredIds}
        answer={({ id }) => (
          <Answer
            {...{ ecosystem, date, mayEdit }}
            focal={assessment.focal}
            day={assessment.asOf}
            entry={byMove.get(id)!}
            records={records}
            onSaid={setSaid}
          />
        )}
      />
    </section>
  );
}

interface AnswerProps extends Omit<Props, "assessment"> {
  focal: { key: string; name: string };
  entry: CountedMove;
  /** All responses by node id, as an edit rests on them; empty for a reader. */
  records: ReadonlyMap<string, RecordRow>;
  mayEdit: boolean;
  /** The day that the page shows. */
  day: string;
  onSaid(text: string): void;
}

/** Our response to a move, or that there is none; for editors with the form of one and its status. */
function Answer({ ecosystem, date, focal, entry, records, mayEdit, day, onSaid }: AnswerProps) {
  const { move, response, planned, days } = entry;
  // A form that was left open is open again after a reload.
  const [isOpen, setOpen] = useState(() => draftNames(responseDraft(ecosystem, move.key)).includes(""));
  const place = useRef<HTMLDivElement>(null);
  const shown = response ?? planned;
  const record = shown && records.get(shown.record.id);
  const close = () => {
    setOpen(false);
    place.current?.focus();
  };
  const name = `${move.actor.name}: ${move.title}`;
  return (
    // The focus returns here from the form, whose button may be gone by then.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the inputs of a form.
    <div ref={place} className="move-answer" role="group" aria-label={`Response to ${name}`} tabIndex={-1}>
      {!response && (
        <p>
          <span className="tag unanswered">Unanswered</span> <span className="quiet">for {count(days, "day")}</span>
        </p>
      )}
      {shown && (
        <p>
          <Link
            to="/e/$ecosystem/map"
            params={{ ecosystem }}
            search={{ ...(date && { date }), selected: shown.record.id }}
          >
            {shown.title ?? "Our response"}
          </Link>
        </p>
      )}
      {response && (
        <p className="quiet">
          {formatDate(response.date)}, after {count(days, "day")} · {response.status.toLowerCase()}
        </p>
      )}
      {!response && planned && <p className="quiet">Planned ({formatDate(planned.date)})</p>}
      {shown?.reason && <p className="quiet">{shown.reason}</p>}
      {mayEdit && record && (
        <Suspense>
          <ResponseStatusChoice ecosystem={ecosystem} response={record} />
        </Suspense>
      )}
      {mayEdit && !shown && !isOpen && (
        <Button
          className="move-respond"
          data-respond
          variant="default"
          size="compact-xs"
          aria-label={`Respond to ${name}`}
          onClick={() => setOpen(true)}
        >
          Respond
        </Button>
      )}
      {mayEdit && isOpen && (
        <ResponseForm
          {...{ ecosystem, focal, move, day }}
          onDone={(said) => {
            close();
            onSaid(said ?? "");
          }}
          onCancel={close}
        />
      )}
    </div>
  );
}
