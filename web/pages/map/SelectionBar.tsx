import { Button, CloseButton } from "@mantine/core";
import { count } from "../../shared/format.ts";
import { useMap } from "./map-context.ts";
import { actionsFor, selectionOf } from "./node-actions.ts";

const shown = ["hide", "isolate", "collapse-into-one", "path-between", "pin", "copy"];

/** Toolbar of the selection, with the number of records. */
export function SelectionBar() {
  const map = useMap();
  const ids = selectionOf(map);
  if (ids.length === 0) return null;
  return (
    <section className="selection-bar" aria-label="Selection">
      <strong>{count(ids.length, "selected", "selected")}</strong>
      {actionsFor(map, ids)
        .filter(({ name }) => shown.includes(name))
        .map((action) => (
          <Button
            key={action.name}
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => void action.run(map, ids)}
          >
            {action.label(map, ids)}
          </Button>
        ))}
      <CloseButton size="sm" aria-label="Clear the selection" onClick={() => map.choose([], "replace")} />
    </section>
  );
}
