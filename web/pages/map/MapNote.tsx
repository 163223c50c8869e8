import { Button } from "@mantine/core";
import type { CombinedError } from "urql";
import { describeFailure } from "../../graphql/client.ts";
import { count, formatDate } from "../../shared/format.ts";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { useMapState } from "./map-context.ts";

interface Props {
  /** Why the shown facts are outdated; absent while they are current. */
  failure: CombinedError | undefined;
  onImport(): void;
  onRetry(): void;
}

/** Date and number of actors of the map, and how to import more. */
export function MapNote({ failure, onImport, onRetry }: Props) {
  const { whole, facts, selection, day } = useMapState();
  const mayEdit = useMayEdit();
  const actors = facts.map.nodes.filter((node) => node.kind === "ACTOR" && selection.nodes.has(node.id));
  return (
    <>
      {mayEdit && (
        <Button size="xs" variant="subtle" color="gray" onClick={onImport} className="map-import">
          Import
        </Button>
      )}
      <p className="quiet map-note">
        {whole.truncated && "Only part of the ecosystem is shown: it is larger than a map can hold. "}
        {failure ? (
          <>
            Not up to date. {describeFailure(failure).detail}{" "}
            <button type="button" className="text-button" onClick={onRetry}>
              Try again
            </button>
          </>
        ) : (
          `As of ${formatDate(day)}`
        )}
        {" · "}
        {count(actors.length, "actor")}
      </p>
    </>
  );
}
