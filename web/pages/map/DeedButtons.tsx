import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useMap } from "./map-context.ts";

/** Undo and redo, and what they would do. */
export function DeedButtons() {
  const { deeds, announce } = useMap();
  const undo = () => {
    if (!deeds.undoLabel) return;
    announce(`Undone: ${deeds.undoLabel}`);
    deeds.undo();
  };
  const redo = () => {
    if (!deeds.redoLabel) return;
    announce(`Done again: ${deeds.redoLabel}`);
    deeds.redo();
  };
  return (
    <div className="map-deeds">
      <Tooltip label={deeds.undoLabel ? `Undo: ${deeds.undoLabel}` : "Nothing to undo"} openDelay={300}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={deeds.undoLabel ? `Undo: ${deeds.undoLabel}` : "Undo"}
          aria-disabled={deeds.undoLabel === null}
          data-disabled={deeds.undoLabel === null || undefined}
          onClick={undo}
        >
          <IconArrowBackUp size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={deeds.redoLabel ? `Redo: ${deeds.redoLabel}` : "Nothing to redo"} openDelay={300}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={deeds.redoLabel ? `Redo: ${deeds.redoLabel}` : "Redo"}
          aria-disabled={deeds.redoLabel === null}
          data-disabled={deeds.redoLabel === null || undefined}
          onClick={redo}
        >
          <IconArrowForwardUp size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
