import { Button } from "@mantine/core";
import { useMapActions, useMapState } from "../map-context.ts";

/** Notice for a link to a removed view; the rest of the link is shown. */
export function MissingView() {
  const { views, search } = useMapState();
  const { dispatch } = useMapActions();
  if (!search.view || !views.list || views.list.some(({ key }) => key === search.view)) return null;
  return (
    <div className="map-notice" role="status">
      <p>The view “{search.view}” does not exist. The rest of the link is shown, in the default layout of the lens.</p>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => dispatch("Remove the view from the link", { view: undefined, present: undefined })}
      >
        Dismiss
      </Button>
    </div>
  );
}
