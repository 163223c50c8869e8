import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Subject } from "../shared/subjects.graphql.ts";
import { Stances } from "./Stances.tsx";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** Key of the topic. */
  topic: string;
}

/** Key of the topic among the records that a sentence or a number is about; null where there is none. */
export function topicAmong(subjects: readonly Subject[]): string | null {
  for (const subject of subjects) if (subject.__typename === "Record" && subject.kind === "TOPICS") return subject.key;
  return null;
}

/** Expandable stances of a topic, each name linked to the map. */
export function TopicStances({ ecosystem, date, topic }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="topic-stances" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="quiet">Who says what</summary>
      {open && (
        <Stances
          {...{ ecosystem, date, topic }}
          linkTo={({ id, name }) => (
            <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ ...(date && { date }), selected: id }}>
              <bdi>{name}</bdi>
            </Link>
          )}
        />
      )}
    </details>
  );
}
