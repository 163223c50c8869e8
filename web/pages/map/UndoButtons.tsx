import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useMapActions, useMapState } from "./map-context.ts";

/** Undo and redo buttons, with the command that they affect. */
export function UndoButtons() {
  const { undoLabels } = useMapState();
  const { undo, redo } = useMapActions();
  return (
    <div className="map-tool-group">
      <HistoryButton name="Undo" done="Undone" command={undoLabels.undo} icon={IconArrowBackUp} run={undo} />
      <HistoryButton name="Redo" done="Redone" command={undoLabels.redo} icon={IconArrowForwardUp} run={redo} />
    </div>
  );
}

interface Props {
  name: string;
  /** Announcement for screen readers. */
  done: string;
  /** Label of the command; null when there is none. */
  command: string | null;
  icon: typeof IconArrowBackUp;
  run(): void;
}

function HistoryButton({ name, done, command, icon: Icon, run }: Props) {
  const { announce } = useMapActions();
  const label = command ? `${name}: ${command}` : name;
  return (
    <Tooltip label={command ? label : `Nothing to ${name.toLowerCase()}`} openDelay={300}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-disabled={command === null}
        data-disabled={command === null || undefined}
        onClick={() => {
          if (command === null) return;
          announce(`${done}: ${command}`);
          run();
        }}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
