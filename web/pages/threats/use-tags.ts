import { useMemo } from "react";
import type { ReadRecord } from "../../changes/record-edits.ts";
import { useAllRecords } from "../../shared/use-all-records.ts";
import type { Tag } from "./tag.ts";

export interface TagRow {
  tag: Tag;
  /** What an edit of it rests on. */
  record: ReadRecord;
}

/** All tags on rivals of a focal firm. */
export function useTags(ecosystem: string, focal: string, options?: { pause: boolean }) {
  const { rows, fetching, error, again } = useAllRecords(ecosystem, "TAGS", options);
  const tags = useMemo(
    () =>
      rows
        .map(({ key, version, data }): TagRow => {
          const fields = data as Readonly<Record<string, unknown>>;
          // data is JSON in the schema; of a record of kind TAGS it has the document's form.
          return { tag: data as unknown as Tag, record: { kind: "TAGS", key, version, data: fields } };
        })
        .filter(({ tag }) => tag.focal === focal),
    [rows, focal],
  );
  return { tags, fetching, error, again };
}

/** The tags on one rival. */
export const tagsOn = (tags: readonly TagRow[], rival: string): TagRow[] =>
  tags.filter(({ tag }) => tag.actor === rival);
