import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { describeFailure } from "../../graphql/client.ts";
import { formatDate } from "../../shared/format.ts";
import { useAllRecords } from "../../shared/use-all-records.ts";
import { competitorWords } from "../../shared/words.ts";
import { TagForm } from "./TagForm.tsx";
import { TakeBack } from "./TakeBack.tsx";
import type { Tag } from "./tag.ts";
import { tagSays } from "./tag-words.ts";
import type { Threat } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  focal: string;
  threat: Threat;
}

/** What analysts say of a rival, signed and dated, and the ways to say it and to take it back. */
export function RivalTags({ ecosystem, focal, threat }: Props) {
  const { rows, fetching, error, again } = useAllRecords(ecosystem, "TAGS");
  const [editing, setEditing] = useState<"type" | "label" | null>(null);
  const section = useRef<HTMLElement>(null);
  const tags = rows
    .map(({ data }) => data as unknown as Tag)
    .filter(({ actor, focal: of }) => actor === threat.rival.key && of === focal);
  const typed = tags.find(({ type }) => type !== undefined);
  return (
    <section ref={section} className="rival-tags" aria-label={`Tags of ${threat.rival.name}`} tabIndex={-1}>
      {error && <p role="alert">Its tags could not be read. {describeFailure(error).detail}</p>}
      <ul>
        {tags.map((tag) => (
          <li key={tag.label ?? ""}>
            <span className="tag">{tagSays(tag)}</span> <bdi>{tag.reason ?? "No reason given."}</bdi>{" "}
            <span className="quiet">{[tag.by, tag.at && formatDate(tag.at)].filter(Boolean).join(", ")}</span>{" "}
            <TakeBack
              key={tag.at}
              ecosystem={ecosystem}
              rival={threat.rival.name}
              tag={tag}
              onDone={() => {
                again();
                // The button that had the focus goes with its tag.
                section.current?.focus();
              }}
            />
          </li>
        ))}
      </ul>
      {threat.tagOutdated && (
        <p className="quiet">
          The facts now speak for {competitorWords[threat.inferredType].toLowerCase()}. The tag holds until it is
          changed or taken back.
        </p>
      )}
      {editing ? (
        <TagForm
          {...{ ecosystem, focal, threat, typed }}
          what={editing}
          onDone={(saved) => {
            if (saved) again();
            setEditing(null);
          }}
        />
      ) : (
        <div className="tag-ways">
          {/* Whether there is a type to change is known once all tags have been read. */}
          <Button variant="default" size="compact-xs" disabled={fetching} onClick={() => setEditing("type")}>
            {typed ? "Change the type" : "Tag its type"}
          </Button>
          <Button variant="default" size="compact-xs" disabled={fetching} onClick={() => setEditing("label")}>
            Add a label
          </Button>
        </div>
      )}
    </section>
  );
}
