import type { Evidence } from "./evidence.graphql.ts";
import { gradeOf } from "./evidence-grade.ts";
import { formatDate } from "./format.ts";
import { safeHref } from "./safe-link.ts";

/** List of evidence: title, publisher, date and Admiralty grade; a link only where the URL is safe. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  if (evidence.length === 0) return <p className="quiet">No evidence recorded.</p>;
  return (
    <ul className="evidence">
      {evidence.map((entry) => {
        const href = safeHref(entry.url);
        const grade = gradeOf(entry);
        return (
          <li key={entry.id}>
            {href ? (
              <a href={href} target="_blank" rel="noreferrer noopener">
                <bdi>{entry.title}</bdi>
              </a>
            ) : (
              <bdi>{entry.title}</bdi>
            )}
            <span className="quiet">
              {[entry.publisher, entry.publishedOn && formatDate(entry.publishedOn)].filter(Boolean).join(", ")}
              {grade && (
                <abbr
                  className="grade"
                  title="Admiralty grade: reliability of the source A–F, credibility of the information 1–6"
                >
                  {grade}
                </abbr>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Evidence as one line of text, for paper. */
export const evidenceInWords = (entry: Evidence): string => {
  const { title, publisher, publishedOn } = entry;
  const details = [publisher, publishedOn && formatDate(publishedOn), gradeOf(entry)];
  const more = details.filter(Boolean).join(", ");
  return more ? `${title} (${more})` : title;
};

/** Evidence of several facts, without duplicates. */
export const distinctEvidence = (lists: Evidence[][]): Evidence[] => [
  ...new Map(lists.flat().map((entry) => [entry.id, entry])).values(),
];
