import type { Evidence } from "./evidence.graphql.ts";
import { formatDate } from "./format.ts";
import { safeHref } from "./safe-link.ts";

/** Where facts come from: title, publisher, day, Admiralty grade; a link only where it is a safe one. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  if (evidence.length === 0) return <p className="quiet">No evidence recorded.</p>;
  return (
    <ul className="evidence">
      {evidence.map((entry) => {
        const href = safeHref(entry.url);
        const grade = `${entry.reliability ?? ""}${entry.credibility ?? ""}`;
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

/** A piece of evidence in a line: for paper, where nothing opens. */
export const evidenceInWords = ({ title, publisher, publishedOn, reliability, credibility }: Evidence): string => {
  const told = [publisher, publishedOn && formatDate(publishedOn), `${reliability ?? ""}${credibility ?? ""}`];
  const more = told.filter(Boolean).join(", ");
  return more ? `${title} (${more})` : title;
};

/** Evidence of many facts, each piece once. */
export const distinctEvidence = (lists: Evidence[][]): Evidence[] => [
  ...new Map(lists.flat().map((entry) => [entry.id, entry])).values(),
];
