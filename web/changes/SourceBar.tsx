import { Button } from "@mantine/core";
import { useState } from "react";
import { useClient } from "urql";
import { scaleWords } from "../fields/field-words.ts";
import { RecordPicker } from "../fields/RecordPicker.tsx";
import { describedField, enumWord } from "../shared/described-records.ts";
import { gradeOf } from "../shared/evidence-grade.ts";
import { onEscape } from "../shared/on-escape.ts";
import { sourceQuery } from "./source.graphql.ts";
import { useChanges, useSource } from "./use-changes.ts";
import type { Source } from "./working-source.ts";

interface Props {
  ecosystem: string;
  /** Whether a source is being chosen. */
  isChoosing: boolean;
  onChoosing(isChoosing: boolean): void;
}

/** The source that is worked from, on top of every page: each fact entered meanwhile rests on it. */
export default function SourceBar({ ecosystem, isChoosing, onChoosing }: Props) {
  const changes = useChanges(ecosystem);
  const client = useClient();
  const source = useSource(changes);
  const [trouble, setTrouble] = useState<string | null>(null);
  const choose = async (id: string) => {
    const { data } = await client.query(sourceQuery, { id }).toPromise();
    const node = data?.node;
    if (!node || !("title" in node)) return setTrouble("The source could not be read. Try again.");
    setTrouble(null);
    changes.workFrom({ key: node.key, title: node.title, grade: gradeOf(node) });
    onChoosing(false);
  };
  if (isChoosing)
    return (
      <section className="source-bar" aria-label="Source" onKeyDown={onEscape(() => onChoosing(false))}>
        <div className="source-choice">
          <RecordPicker
            ecosystem={ecosystem}
            kind="EVIDENCE"
            label="Work from a source"
            description="Every fact that you enter meanwhile rests on it."
            error={trouble}
            value={source ? [source.key] : []}
            isList={false}
            autoFocus
            onChange={(keys) => {
              if (keys.length === 0) changes.workFrom(null);
            }}
            onPick={(id) => void choose(id)}
          />
        </div>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChoosing(false)}>
          Cancel
        </Button>
      </section>
    );
  if (!source) return null;
  return (
    <section className="source-bar" aria-label="Source">
      <p>
        Source:{" "}
        <strong>
          <bdi>{source.title}</bdi>
        </strong>
        <Grade source={source} /> <span className="quiet">Facts that you enter rest on it.</span>
      </p>
      <Button size="compact-xs" variant="default" onClick={() => onChoosing(true)}>
        Change
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => changes.workFrom(null)}>
        Stop
      </Button>
    </section>
  );
}

/** Admiralty grade with its meaning: "B2", usually reliable, probably true. */
function Grade({ source: { grade } }: { source: Source }) {
  if (grade === "") return null;
  const reliability = /[A-F]/.exec(grade)?.[0];
  const credibility = /\d/.exec(grade)?.[0];
  const field = describedField("EVIDENCE", "credibility");
  const meaning = [
    reliability && enumWord("Reliability", reliability),
    credibility && field && `${credibility} – ${scaleWords(field).get(Number(credibility)) ?? ""}`,
  ];
  return (
    <>
      {" · "}
      <abbr className="source-grade" title={meaning.filter(Boolean).join("; ")}>
        {grade}
      </abbr>
    </>
  );
}
