import type { ReactNode } from "react";
import { LabelWithSubjects } from "../../shared/SubjectLinks.tsx";
import type { Subject } from "../../shared/subjects.graphql.ts";

interface RankedRow {
  id: string;
  number: string;
  label: string;
  subjects: Subject[];
  note?: ReactNode;
}

interface Props {
  ecosystem: string;
  date: string | undefined;
  rows: readonly RankedRow[];
  /** What the rows leave out, so that they add up to the whole. */
  rest?: string | undefined;
}

/** What weighs most first, each with its number and the records that it is about. */
export function Ranked({ ecosystem, date, rows, rest }: Props) {
  return (
    <ol className="ranked">
      {rows.map(({ id, number, label, subjects, note }) => (
        <li key={id}>
          <span className="ranked-number">{number}</span>
          <div>
            <LabelWithSubjects ecosystem={ecosystem} date={date} label={label} subjects={subjects} />
            {note && <p className="quiet">{note}</p>}
          </div>
        </li>
      ))}
      {rest !== undefined && (
        <li>
          <span className="ranked-number">{rest}</span>
          <div className="quiet">all else together</div>
        </li>
      )}
    </ol>
  );
}
