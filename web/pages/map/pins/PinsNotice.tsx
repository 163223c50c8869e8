import { Button } from "@mantine/core";
import { count } from "../../../shared/format.ts";
import { useMapState } from "../map-context.ts";

/** Says that places could not be read or stored, and what becomes of them; nothing while all is well. */
export function PinsNotice() {
  const { pinsState } = useMapState();
  const { trouble, waiting, again, giveUp, unread } = pinsState;
  if (unread)
    return (
      <div className="map-notice" role="alert">
        <p>
          <strong>Saved positions of nodes could not be loaded.</strong> {unread.why}
        </p>
        <Button size="compact-xs" variant="default" onClick={unread.again}>
          Try again
        </Button>
      </div>
    );
  if (!trouble || waiting === 0) return null;
  return (
    <div className="map-notice" role="alert">
      <p>
        <strong>
          {waiting === 1 ? "1 position is not saved yet." : `${count(waiting, "position")} are not saved yet.`}
        </strong>{" "}
        {trouble.why}{" "}
        {trouble.retry
          ? "Changes are kept in this tab and will be saved as soon as possible."
          : "Changes are kept in this tab."}
      </p>
      <div>
        <Button size="compact-xs" variant="default" onClick={again}>
          Save now
        </Button>
        {!trouble.retry && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={giveUp}>
            Discard changes
          </Button>
        )}
      </div>
    </div>
  );
}
