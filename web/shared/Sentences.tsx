import { TopicStances, topicAmong } from "../stances/TopicStances.tsx";
import { distinctEvidence, EvidenceList, evidenceInWords } from "./EvidenceList.tsx";
import type { Evidence } from "./evidence.graphql.ts";
import { count } from "./format.ts";
import { LabelWithSubjects, nameOf } from "./SubjectLinks.tsx";
import type { Sentence } from "./sentences.graphql.ts";
import type { Subject } from "./subjects.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  sentences: readonly Sentence[];
}

/** Limits of the sources printed, per sentence and in total: the report stays within three pages. */
const maxPrinted = { each: 2, all: 6 };

const isNamedIn = (text: string, subject: Subject): boolean => {
  const name = nameOf(subject);
  return name !== undefined && text.includes(name);
};

/** Source references on paper: "1, 3 and 2 more", the listed ones by number and the count of the others. */
export function sourcesOnPaper(evidence: readonly Evidence[], printed: readonly Evidence[]): string {
  const numbers = evidence
    .map(({ id }) => printed.findIndex((entry) => entry.id === id) + 1)
    .filter((number) => number > 0);
  const more = evidence.length - numbers.length;
  if (numbers.length === 0) return count(more, "source");
  return more === 0 ? numbers.join(", ") : `${numbers.join(", ")} and ${more} more`;
}

/** Explanation in sentences, each with links to the records that it names and expandable evidence. */
export function Sentences({ ecosystem, date, sentences }: Props) {
  const printed = distinctEvidence(sentences.map(({ evidence }) => evidence.slice(0, maxPrinted.each))).slice(
    0,
    maxPrinted.all,
  );
  return (
    <>
      <ul className="sentences">
        {sentences.map(({ rule, text, subjects, evidence }) => (
          <li key={`${rule} ${text}`}>
            <LabelWithSubjects
              ecosystem={ecosystem}
              date={date}
              label={text}
              subjects={subjects.filter((subject) => isNamedIn(text, subject))}
            />
            <TopicOf {...{ ecosystem, date, subjects }} />
            {evidence.length > 0 && (
              <>
                <span className="print-only quiet"> [{sourcesOnPaper(evidence, printed)}]</span>
                <details>
                  <summary className="quiet">{count(evidence.length, "source")}</summary>
                  <EvidenceList evidence={evidence} />
                </details>
              </>
            )}
          </li>
        ))}
      </ul>
      {printed.length > 0 && (
        <ol className="print-only print-sources">
          {printed.map((entry, index) => (
            <li key={entry.id}>
              [{index + 1}] <bdi>{evidenceInWords(entry)}</bdi>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Who says what on the topic of a sentence, where it has one. */
function TopicOf({ ecosystem, date, subjects }: Pick<Props, "ecosystem" | "date"> & { subjects: readonly Subject[] }) {
  const topic = topicAmong(subjects);
  return topic !== null && <TopicStances {...{ ecosystem, date, topic }} />;
}
