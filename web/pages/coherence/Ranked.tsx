import type { ReactNode } from "react";
import { LabelWithSubjects } from "../../shared/SubjectLinks.tsx";
import type { Subject } from "../../shared/subjects.graphql.ts";

interface RankedRow {
  id: string;
  number: string;
  label: string;
  subjects: Subject[];
  note?: ReactNode;
  /** What can be expanded beneath it. */
  more?: ReactNode;
}

interface Props {
  ecosystem: string;
  date: string | undefined;
  rows: readonly RankedRow[];
  /** Sum of the items that are not listed, so that the column adds up to the total. */
  rest?: string | undefined;
  /** What the rest consists of. */
  restLabel?: string;
}

/** Ranked list, the largest first, each row with its number and links to its records. */
export function Ranked({ ecosystem, date, rows, rest, restLabel = "All others" }: Props) {
  return (
    <ol className="ranked" data-ranges={rows.some(({ number }) => number.includes("–")) || undefined}>
      {rows.map(({ id, number, label, subjects, note, more }) => (
        <li key={id}>
          <span className="ranked-number">{number}</span>
          <div>
            <LabelWithSubjects ecosystem={ecosystem} date={date} label={label} subjects={subjects} />
            {note && <p className="quiet">{note}</p>}
            {more}
          </div>
        </li>
      ))}
      {rest !== undefined && (
        <li>
          <span className="ranked-number">{rest}</span>
          <div className="quiet">{restLabel}</div>
        </li>
      )}
    </ol>
  );
}
