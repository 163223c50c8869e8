import { useCallback, useEffect, useRef, useState } from "react";
import type { MergeDifference, MergePreview } from "../changes/change-records.graphql.ts";
import type { Merging, RecordChanges } from "../changes/record-changes.ts";
import type { MergeSide } from "../graphql/schema-types.ts";
import type { MergeRecord } from "./merge.graphql.ts";

/** Whose value stays, by the field's name. */
export type Chosen = Readonly<Record<string, MergeSide>>;

export const nameOfDifference = ({ kind, record, field }: Pick<MergeDifference, "kind" | "record" | "field">): string =>
  `${kind} ${record ?? ""} ${field}`;

interface Shown extends MergePreview {
  /** What would be asked for. */
  merging: Merging;
}

type State = { preview: Shown } | { failure: string } | null;

/**
 * What a merge would do, asked again after each choice. Of two values that of the record that stays is kept until the
 * person chooses the other, so that the preview is complete from the beginning. Null while it is asked for.
 */
export function useMergePreview(
  changes: RecordChanges,
  into: MergeRecord | null,
  from: MergeRecord | null,
  chosen: Chosen,
): State {
  const [state, setState] = useState<State>(null);
  const latest = useRef(0);
  const ask = useCallback(async () => {
    const turn = ++latest.current;
    setState(null);
    if (!into || !from) return;
    const answer = await previewOf(changes, into, from, chosen);
    if (turn === latest.current) setState(answer);
  }, [changes, into, from, chosen]);
  useEffect(() => void ask(), [ask]);
  return state;
}

async function previewOf(changes: RecordChanges, into: MergeRecord, from: MergeRecord, chosen: Chosen): Promise<State> {
  const sides = {
    kind: into.asRecord.kind,
    into: into.asRecord.key,
    intoVersion: into.version,
    from: from.asRecord.key,
    fromVersion: from.version,
  };
  // Which fields have two values is known from the first answer only.
  const first = await changes.previewMerge({ ...sides, choices: [] });
  if ("failure" in first) return first;
  const choices = choicesFor(first.preview.differences, chosen);
  const merging: Merging = { ...sides, choices };
  if (choices.length === 0) return { preview: { ...first.preview, merging } };
  const second = await changes.previewMerge(merging);
  return "failure" in second ? second : { preview: { ...second.preview, merging } };
}

/** One choice for each field that needs one, or for which the person has made one. */
function choicesFor(differences: readonly MergeDifference[], chosen: Chosen) {
  const byName = new Map(differences.map((difference) => [nameOfDifference(difference), difference]));
  return [...byName].flatMap(([name, { kind, record, field, keep }]) => {
    const side = chosen[name] ?? (keep === null ? "INTO" : null);
    if (side === null) return [];
    return [{ field, keep: side, ...(record !== null && { kind, record }) }];
  });
}
