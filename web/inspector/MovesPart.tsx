import { formatDate } from "../shared/format.ts";
import { plain } from "../shared/words.ts";
import type { MoveRow, ResponseRow } from "./inspector.graphql.ts";
import { RecordLinks } from "./RecordLinks.tsx";

/** So many are shown at once; the rest opens. */
const first = 5;

interface Props {
  /** Newest first. */
  moves: readonly MoveRow[];
  /** What came after this day is not known yet. */
  day: string;
  onSelect(id: string): void;
}

/** What an actor did in the market until the day, newest first, what it touches, and how others answered. */
export function MovesPart({ moves, day, onSelect }: Props) {
  const made = moves.filter(({ date }) => date <= day);
  const rows = made.map((move) => <Move key={move.id} move={move} day={day} onSelect={onSelect} />);
  return (
    <section className="inspector-part">
      <h3>Moves</h3>
      {made.length === 0 && <p className="quiet">No move recorded until {formatDate(day)}.</p>}
      {made.length > 0 && <ol className="inspector-moves">{rows.slice(0, first)}</ol>}
      {made.length > first && (
        <details>
          <summary className="quiet">{made.length - first} earlier</summary>
          <ol className="inspector-moves">{rows.slice(first)}</ol>
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
          {plain(move.type)}, impact {move.impact} of 5
          {move.activities.length > 0 && (
            <>
              , touches <RecordLinks records={move.activities} onSelect={onSelect} />
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

/** How others answered a move until the day: who, what, when and how far it has come. */
export function Responses({ responses, day, onSelect }: ResponsesProps) {
  // Read as the document has a response.
  const said = responses.map((row) => ({ ...row, data: row.data as { actor: string; date: string; status?: string } }));
  const given = said.filter(({ data }) => data.date <= day);
  if (given.length === 0) return <p className="quiet">No answer recorded.</p>;
  return given.map(({ id, label, data, references }) => (
    <p className="inspector-answer" key={id}>
      {references.find(({ field }) => field === "actor")?.label ?? data.actor}:{" "}
      <RecordLinks records={[{ id, name: label }]} onSelect={onSelect} />
      <span className="quiet">
        {" "}
        {[formatDate(data.date), data.status && plain(data.status).toLowerCase()].filter(Boolean).join(", ")}
      </span>
    </p>
  ));
}
