import { Button } from "@mantine/core";
import { useState } from "react";
import type { MergePreview } from "../changes/change-records.graphql.ts";
import { ChangedRecord } from "../shared/ChangedRecord.tsx";
import { changeTypeOf } from "../shared/changed-fields.ts";
import { count } from "../shared/format.ts";

/** Records shown at once. */
const pageSize = 20;

interface Props {
  ecosystem: string;
  changed: MergePreview["changed"];
}

/** Every record that a merge touches, before and after. */
export function MergedRecords({ ecosystem, changed: all }: Props) {
  const [shown, setShown] = useState(pageSize);
  // A fact that gets another key, since it names what is merged, is one record that changes, and not two.
  const moved = new Set(all.flatMap(({ kind, from }) => (from ? [`${kind} ${from}`] : [])));
  const changed = all.filter(({ kind, key }) => !moved.has(`${kind} ${key}`));
  if (changed.length === 0) return null;
  const removed = changed.filter((row) => changeTypeOf(row) === "removed").length;
  return (
    <details open>
      <summary>
        {count(changed.length, "record changes", "records change")}: {removed} removed, {changed.length - removed}{" "}
        updated
      </summary>
      <ul className="changed-records" aria-label="Records that change">
        {changed.slice(0, shown).map((row) => (
          <ChangedRecord key={`${row.kind} ${row.key}`} ecosystem={ecosystem} record={row} />
        ))}
      </ul>
      {changed.length > shown && (
        <Button size="compact-xs" variant="default" onClick={() => setShown(shown + pageSize)}>
          Show more records
        </Button>
      )}
    </details>
  );
}
