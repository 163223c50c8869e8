import { Link } from "@tanstack/react-router";
import type { Subject } from "../graphql/types.ts";

interface Props {
  ecosystem: string;
  date?: string | undefined;
  subjects: Subject[];
}

const nameOf = (subject: Subject) => subject.name ?? subject.title ?? subject.label;

function SubjectLink({ ecosystem, date, subject }: Omit<Props, "subjects"> & { subject: Subject }) {
  return (
    <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ ...(date && { date }), selected: subject.id }}>
      <bdi>{nameOf(subject)}</bdi>
    </Link>
  );
}

/** Links from a number to the records that it is about, on the map. */
export function SubjectLinks({ subjects, ...where }: Props) {
  return subjects.filter(nameOf).map((subject, index) => (
    <span key={subject.id}>
      {index > 0 && ", "}
      <SubjectLink {...where} subject={subject} />
    </span>
  ));
}

/** A label with its subjects; one that says no more than its subject's name is itself the link. */
export function LabelWithSubjects({ label, subjects, ...where }: Props & { label: string }) {
  const same = subjects.find((subject) => nameOf(subject) === label);
  const others = subjects.filter((subject) => subject !== same);
  return (
    <>
      {same ? <SubjectLink {...where} subject={same} /> : label}
      {others.some(nameOf) && (
        <span className="quiet subjects">
          <SubjectLinks {...where} subjects={others} />
        </span>
      )}
    </>
  );
}
