import { formatDate, today } from "../shared/format.ts";
import { moveWords } from "../shared/words.ts";
import { AddButton } from "./edit/AddButton.tsx";
import { Fact } from "./Fact.tsx";
import type { NodeOf } from "./inspector.graphql.ts";
import { Responses } from "./MovesPart.tsx";
import { RecordLinks } from "./RecordLinks.tsx";

interface Props {
  move: NodeOf<"Move">;
  date: string | undefined;
  /** An editor has the fields elsewhere. */
  isEditor: boolean;
  onSelect(id: string): void;
}

/** Inspector part of a move, with the responses up to the date. */
export function MovePart({ move, date, isEditor, onSelect }: Props) {
  return (
    <>
      {!isEditor && (
        <dl className="facts">
          <Fact name="Actor">
            <RecordLinks records={[move.actor]} onSelect={onSelect} />
          </Fact>
          <Fact name="Date" value={formatDate(move.date)} />
          <Fact name="Type" value={moveWords[move.type]} />
          <Fact name="Impact" value={`${move.impact} of 5`} />
          <Fact name="Affects">
            {move.activities.length > 0 ? <RecordLinks records={move.activities} onSelect={onSelect} /> : undefined}
          </Fact>
        </dl>
      )}
      <section className="inspector-part">
        <h3>Responses</h3>
        <Responses responses={move.responses} day={date ?? today()} onSelect={onSelect} />
        <AddButton kind="RESPONSES" preset={(key) => ({ move: key, date: today() })} />
      </section>
    </>
  );
}
