import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useMap } from "./map-context.ts";

/** Undo and redo, and what they would do. */
export function DeedButtons() {
  const { deeds } = useMap();
  return (
    <div className="map-deeds">
      <DeedButton name="Undo" done="Undone" deed={deeds.undoLabel} icon={IconArrowBackUp} run={deeds.undo} />
      <DeedButton name="Redo" done="Done again" deed={deeds.redoLabel} icon={IconArrowForwardUp} run={deeds.redo} />
    </div>
  );
}

interface Props {
  name: string;
  /** How a screen reader is told that it was. */
  done: string;
  /** What it would do; null when there is nothing. */
  deed: string | null;
  icon: typeof IconArrowBackUp;
  run(): void;
}

function DeedButton({ name, done, deed, icon: Icon, run }: Props) {
  const { announce } = useMap();
  const label = deed ? `${name}: ${deed}` : name;
  return (
    <Tooltip label={deed ? label : `Nothing to ${name.toLowerCase()}`} openDelay={300}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-disabled={deed === null}
        data-disabled={deed === null || undefined}
        onClick={() => {
          if (deed === null) return;
          announce(`${done}: ${deed}`);
          run();
        }}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
