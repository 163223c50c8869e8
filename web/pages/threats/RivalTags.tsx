import { Button } from "@mantine/core";
import { lazy, Suspense, useRef, useState } from "react";
import { describeFailure } from "../../graphql/client.ts";
import { formatDayOf } from "../../shared/format.ts";
import { Loading } from "../../shared/States.tsx";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { competitorWords } from "../../shared/words.ts";
import { RemoveTag } from "./RemoveTag.tsx";
import type { TagPart } from "./tag.ts";
import { tagText } from "./tag-words.ts";
import type { Threat } from "./threats.graphql.ts";
import { tagsOn, useTags } from "./use-tags.ts";

const TagForm = lazy(() => import("./TagForm.tsx"));

interface Props {
  ecosystem: string;
  focal: string;
  threat: Threat;
}

/** Analysts' tags on a rival, signed and dated; for editors with the commands to set and remove them. */
export function RivalTags({ ecosystem, focal, threat }: Props) {
  const { tags: all, fetching, error, again } = useTags(ecosystem, focal);
  const mayEdit = useMayEdit();
  const [editing, setEditing] = useState<TagPart | null>(null);
  const section = useRef<HTMLElement>(null);
  const tags = tagsOn(all, threat.rival.key);
  const typed = tags.some(({ tag }) => tag.type !== undefined);
  return (
    <section ref={section} className="rival-tags" aria-label={`Tags of ${threat.rival.name}`} tabIndex={-1}>
      {error && <p role="alert">The tags could not be loaded. {describeFailure(error).detail}</p>}
      <ul>
        {tags.map(({ tag }) => (
          <li key={tag.label ?? ""}>
            <span className="tag">{tagText(tag)}</span> <bdi>{tag.reason ?? "No reason given."}</bdi>{" "}
            <span className="quiet">{[tag.by, tag.at && formatDayOf(tag.at)].filter(Boolean).join(", ")}</span>{" "}
            {mayEdit && (
              <RemoveTag
                key={tag.at}
                onCancel={() => section.current?.focus()}
                ecosystem={ecosystem}
                rival={threat.rival.name}
                tag={tag}
                onDone={() => {
                  again();
                  // The focused button was removed with its tag, so the focus moves to the section.
                  section.current?.focus();
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {threat.tagOutdated && (
        <p className="quiet">
          The facts now suggest another type: {competitorWords[threat.inferredType].toLowerCase()}. The tag applies
          until it is changed or removed.
        </p>
      )}
      {!mayEdit ? null : editing ? (
        <Suspense fallback={<Loading rows={2} />}>
          <TagForm
            {...{ ecosystem, focal, threat, tags }}
            what={editing}
            onDone={(saved) => {
              if (saved) again();
              setEditing(null);
              // The focused field is removed with the form, so the focus moves to the section, which stays.
              section.current?.focus();
            }}
          />
        </Suspense>
      ) : (
        <div className="tag-commands">
          {/* Disabled until all tags are loaded: only then is it known whether there is a type to change. */}
          <Button variant="default" size="compact-xs" disabled={fetching} onClick={() => setEditing("type")}>
            {typed ? "Change competitor type" : "Set competitor type"}
          </Button>
          <Button variant="default" size="compact-xs" disabled={fetching} onClick={() => setEditing("label")}>
            Add label
          </Button>
        </div>
      )}
    </section>
  );
}
