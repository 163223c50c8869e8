import { Button } from "@mantine/core";
import { describeFailure } from "../../../graphql/client.ts";
import { inSentences } from "../../../shared/in-sentences.ts";
import { useMapActions, useMapState } from "../map-context.ts";

/** Notice why a link's scenario is not on the map, while its panel is closed. */
export function ScenarioNotice() {
  const { scenario, search } = useMapState();
  const { dispatch } = useMapActions();
  const { isAsked, error, answer } = scenario;
  if (!isAsked || search.panel === "what-if") return null;
  const why = error ? describeFailure(error).detail : answer && inSentences(answer.errors);
  if (!why) return null;
  return (
    <div className="map-notice" role="status">
      <p>
        <strong>The map shows the current state, not the scenario of this link.</strong> {why}
      </p>
      <div>
        <Button size="compact-xs" variant="default" onClick={() => dispatch("What if", { panel: "what-if" })}>
          Open What if
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => dispatch("Discard scenario", { what: undefined, moved: undefined })}
        >
          Dismiss
        </Button>
      </div>
    </div>
  );
}
