import { Link } from "@tanstack/react-router";
import type { Subject } from "./subjects.graphql.ts";

interface Props {
  ecosystem: string;
  date?: string | undefined;
  subjects: Subject[];
}

/** Display name of a record: an actor's name, a move's title. */
export function nameOf(subject: Subject): string | undefined {
  if ("name" in subject) return subject.name;
  if ("title" in subject) return subject.title;
  return "label" in subject ? subject.label : undefined;
}

function SubjectLink({ ecosystem, date, subject }: Omit<Props, "subjects"> & { subject: Subject }) {
  return (
    <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ ...(date && { date }), selected: subject.id }}>
      <bdi>{nameOf(subject)}</bdi>
    </Link>
  );
}

/** Links to the records that a number is about, on the map. */
function SubjectLinks({ subjects, ...where }: Props) {
  return subjects.filter(nameOf).map((subject, index) => (
    <span key={subject.id}>
      {index > 0 && ", "}
      <SubjectLink {...where} subject={subject} />
    </span>
  ));
}

/** Label in which the names of its subjects are links; subjects that it does not name follow it. */
export function LabelWithSubjects({ label, subjects, ...where }: Props & { label: string }) {
  const parts: (string | Subject)[] = [label];
  const others: Subject[] = [];
  // Longest names first: "Line" may be a part of "Line Bus".
  for (const subject of [...subjects].sort((a, b) => (nameOf(b)?.length ?? 0) - (nameOf(a)?.length ?? 0))) {
    const name = nameOf(subject);
    const at = name ? parts.findIndex((part) => typeof part === "string" && part.includes(name)) : -1;
    if (!name || at < 0) others.push(subject);
    else {
      const text = parts[at] as string;
      const from = text.indexOf(name);
      parts.splice(at, 1, text.slice(0, from), subject, text.slice(from + name.length));
    }
  }
  return (
    <>
      {parts.map((part) => (typeof part === "string" ? part : <SubjectLink key={part.id} {...where} subject={part} />))}
      {others.some(nameOf) && (
        <span className="quiet subjects">
          <SubjectLinks {...where} subjects={subjects.filter((subject) => others.includes(subject))} />
        </span>
      )}
    </>
  );
}
