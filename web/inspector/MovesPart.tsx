import { count, formatDate, today } from "../shared/format.ts";
import { movesByYear } from "../shared/moves-by-year.ts";
import { moveWords, type ResponseStatus, responseWords } from "../shared/words.ts";
import { AddButton } from "./edit/AddButton.tsx";
import type { MoveRow, ResponseRow } from "./inspector.graphql.ts";
import { RecordLinks } from "./RecordLinks.tsx";

/** Moves shown before the list is expanded. */
const maxShown = 5;

interface Props {
  moves: readonly MoveRow[];
  /** Moves and responses after this date are left out. */
  day: string;
  onSelect(id: string): void;
}

/** Responses to a move up to the date, read as the document has them. */
const responsesUntil = (responses: readonly ResponseRow[], day: string) =>
  responses
    .map((row) => ({ ...row, data: row.data as { actor: string; date: string; status?: ResponseStatus } }))
    .filter(({ data }) => data.date <= day);

/** As the API counts it: a response that is only planned is none yet. */
const isUnanswered = ({ responses }: MoveRow, day: string): boolean =>
  responsesUntil(responses, day).every(({ data }) => data.status === "PLANNED");

/** Moves of an actor up to the date, newest year first, the unanswered on top of each, with what they affect. */
export function MovesPart({ moves, day, onSelect }: Props) {
  const made = movesByYear(
    moves.filter(({ date }) => date <= day),
    (move) => isUnanswered(move, day),
  ).flatMap((year) => year.moves);
  const rows = made.map((move) => <Move key={move.id} move={move} day={day} onSelect={onSelect} />);
  return (
    <section className="inspector-part">
      <h3>Moves</h3>
      {made.length === 0 && <p className="quiet">No moves recorded up to {formatDate(day)}.</p>}
      {made.length > 0 && <ol className="inspector-moves">{rows.slice(0, maxShown)}</ol>}
      <AddButton kind="MOVES" preset={(actor) => ({ actor, date: today() })} />
      {made.length > maxShown && (
        <details>
          <summary className="quiet">{count(made.length - maxShown, "more move", "more moves")}</summary>
          <ol className="inspector-moves">{rows.slice(maxShown)}</ol>
        </details>
      )}
    </section>
  );
}

function Move({ move, day, onSelect }: { move: MoveRow; day: string; onSelect(id: string): void }) {
  return (
    <li>
      <time className="quiet" dateTime={move.date}>
        {formatDate(move.date)}
      </time>
      <div>
        <RecordLinks records={[{ id: move.id, name: move.title }]} onSelect={onSelect} />
        <p className="quiet">
          {moveWords[move.type]}, impact {move.impact} of 5
          {move.activities.length > 0 && (
            <>
              , affects <RecordLinks records={move.activities} onSelect={onSelect} />
            </>
          )}
        </p>
        <Responses responses={move.responses} day={day} onSelect={onSelect} />
      </div>
    </li>
  );
}

interface ResponsesProps {
  responses: readonly ResponseRow[];
  day: string;
  onSelect(id: string): void;
}

/** Responses to a move up to the date: actor, title, date and status. */
export function Responses({ responses, day, onSelect }: ResponsesProps) {
  const given = responsesUntil(responses, day);
  if (given.length === 0) return <p className="quiet">No response recorded.</p>;
  return given.map(({ id, label, data, references }) => (
    <p className="inspector-answer" key={id}>
      {references.find(({ field }) => field === "actor")?.label ?? data.actor}:{" "}
      <RecordLinks records={[{ id, name: label }]} onSelect={onSelect} />
      <span className="quiet">
        {" "}
        {[formatDate(data.date), data.status && responseWords[data.status].toLowerCase()].filter(Boolean).join(", ")}
      </span>
    </p>
  ));
}
