import { Button } from "@mantine/core";
import { stateDifference } from "../../../map/model/search-params/view-state.ts";
import type { ViewConflict } from "./views.graphql.ts";

interface Props {
  conflict: ViewConflict;
  onMine(): void;
  onTheirs(): void;
}

/** Conflict of two people's changes of one view: the current version, one's own, and the choice between them. */
export function ViewConflictNote({ conflict: { current, yours }, onMine, onTheirs }: Props) {
  const isRemoval = yours.state === undefined;
  const theirs = isRemoval ? "" : stateDifference(current.state, yours.state ?? "");
  const mine = isRemoval ? "" : stateDifference(yours.state ?? "", current.state);
  return (
    <div className="view-conflict" role="alert">
      <p>
        This view has since been changed by <strong>{current.by}</strong>.
      </p>
      <dl>
        <dt>Current version</dt>
        <dd>
          “{current.name}”{current.caption && `, “${current.caption}”`}
          {theirs && `; ${theirs}`}
        </dd>
        <dt>Your version</dt>
        <dd>{isRemoval ? "removed" : mine || "no difference on the map"}</dd>
      </dl>
      <div className="view-form-buttons">
        <Button size="compact-xs" onClick={onMine}>
          {isRemoval ? "Remove anyway" : "Save mine"}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onTheirs}>
          {isRemoval ? "Keep view" : "Use theirs"}
        </Button>
      </div>
    </div>
  );
}
