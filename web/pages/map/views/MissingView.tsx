import { Button } from "@mantine/core";
import { useMapActions, useMapState } from "../map-context.ts";

/** A link to a view that has gone opens what is left of it, and says so. */
export function MissingView() {
  const { views, search } = useMapState();
  const { dispatch } = useMapActions();
  if (!search.view || !views.list || views.list.some(({ key }) => key === search.view)) return null;
  return (
    <div className="map-notice" role="status">
      <p>
        There is no view “{search.view}”, or no longer. This is the rest of the link, with the places of the lens
        itself.
      </p>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => dispatch("Forget the view", { view: undefined, present: undefined })}
      >
        Forget it
      </Button>
    </div>
  );
}
