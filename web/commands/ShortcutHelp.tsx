import { Modal, Switch } from "@mantine/core";
import { canvasKeys } from "../map/canvas/shortcuts.ts";
import type { Command } from "./command-registry.ts";
import { Keys } from "./keys.tsx";

interface Props {
  opened: boolean;
  onClose(): void;
  commands: readonly Command[];
  singleKeys: boolean;
  /** Whether the page has a search box. */
  hasSearch: boolean;
  onSingleKeys(on: boolean): void;
}

/** Help dialog: all keyboard shortcuts of the page, from the same list that binds them. */
export function ShortcutHelp({ opened, onClose, commands, singleKeys, hasSearch, onSingleKeys }: Props) {
  const bound = commands.flatMap(({ keys, label, group }) => (keys ? [{ keys: [keys], label, group }] : []));
  const isMap = bound.some(({ group }) => group === "Map");
  const rows = [
    ...bound,
    ...(hasSearch ? [{ keys: ["/"], label: "Search records", group: "Help" }] : []),
    ...(isMap ? canvasKeys.map((row) => ({ ...row, group: row.where })) : []),
  ];
  const groups = [...new Set(rows.map(({ group }) => group))];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keyboard shortcuts"
      size={720}
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <div className="shortcuts">
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {rows
                .filter((row) => row.group === group)
                .map(({ keys, label }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      {keys.map((one) => (
                        <Keys key={one} keys={one} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        mt="md"
        size="xs"
        label="Single-key shortcuts"
        checked={singleKeys}
        onChange={(event) => onSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
}
