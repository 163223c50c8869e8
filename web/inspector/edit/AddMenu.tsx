import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { addableTo } from "./addable.ts";
import type { EditedRecord } from "./edited-record.ts";

/** Menu of everything that can be added to the record. */
export function AddMenu({ record }: { record: EditedRecord }) {
  const addable = addableTo(record.kind, record.key);
  if (addable.length === 0) return null;
  return (
    <Menu position="bottom-start" withinPortal shadow="sm">
      <Menu.Target>
        <Button size="compact-xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
          Add
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={340} style={{ overflowY: "auto" }}>
        <Menu.Label>
          To <bdi>{record.label}</bdi>
        </Menu.Label>
        {addable.map(({ kind, label, preset }) => (
          <Menu.Item key={kind} onClick={() => record.onAdd(kind, preset)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
