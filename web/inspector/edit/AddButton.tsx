import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { Fields } from "../../changes/record-edits.ts";
import type { RecordKind } from "../../graphql/schema-types.ts";
import { singularOf } from "../../shared/record-kind.ts";
import { useEditedRecord } from "./edited-record.ts";

/** Button of a part that adds a record to it; nothing for a reader. */
export function AddButton({ kind, preset }: { kind: RecordKind; preset(key: string): Fields }) {
  const record = useEditedRecord();
  if (!record) return null;
  return (
    <Button
      className="part-add"
      size="compact-xs"
      variant="subtle"
      leftSection={<IconPlus size={12} aria-hidden />}
      onClick={() => record.onAdd(kind, preset(record.key))}
    >
      Add {singularOf(kind).toLowerCase()}
    </Button>
  );
}
