import type { Sentence } from "../graphql/operations-report.ts";
import type { Subject } from "../graphql/types.ts";
import { EvidenceList } from "./EvidenceList.tsx";
import { count } from "./format.ts";
import { LabelWithSubjects, nameOf } from "./SubjectLinks.tsx";

interface Props {
  ecosystem: string;
  date: string | undefined;
  sentences: readonly Sentence[];
}

const isNamedIn = (text: string, subject: Subject): boolean => {
  const name = nameOf(subject);
  return name !== undefined && text.includes(name);
};

/** An explanation in words: each sentence leads to the records that it names, and opens to its evidence. */
export function Sentences({ ecosystem, date, sentences }: Props) {
  return (
    <ul className="sentences">
      {sentences.map(({ rule, text, subjects, evidence }) => (
        <li key={`${rule} ${text}`}>
          <LabelWithSubjects
            ecosystem={ecosystem}
            date={date}
            label={text}
            subjects={subjects.filter((subject) => isNamedIn(text, subject))}
          />
          {evidence.length > 0 && (
            <details>
              <summary className="quiet">{count(evidence.length, "source")}</summary>
              <EvidenceList evidence={evidence} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
