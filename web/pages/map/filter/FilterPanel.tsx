import { Button } from "@mantine/core";
import { conditionsOf, noConditions } from "../../../map/model/filter/conditions.ts";
import { facets } from "../../../map/model/filter/facets.ts";
import { count } from "../../../shared/format.ts";
import { useMapActions, useMapState } from "../map-context.ts";
import { ChoicePart } from "./ChoicePart.tsx";
import { RangePart } from "./RangePart.tsx";
import "./filter.css";

/** All conditions in one place: all apply together, of the values of one any; each with how many it would show. */
export function FilterPanel() {
  const { search, facts, selection } = useMapState();
  const { dispatch } = useMapActions();
  const conditions = conditionsOf(search);
  const candidates = facts.map.nodes.filter((node) => node.kind === "ACTOR" || node.kind === "STANDARD");
  const shown = candidates.filter((node) => selection.nodes.has(node.id)).length;
  return (
    <div className="facets">
      <div className="facets-head">
        <p className="quiet">
          {shown === candidates.length
            ? `All ${count(shown, "actor and standard", "actors and standards")} shown`
            : `${shown.toLocaleString("en-GB")} of ${count(candidates.length, "actor and standard", "actors and standards")} shown`}
        </p>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={conditions.length === 0}
          onClick={() => dispatch("Reset filters", noConditions)}
        >
          Reset
        </Button>
      </div>
      {facets.map((facet) =>
        facet.type === "choice" ? (
          <ChoicePart key={facet.name} facet={facet} />
        ) : (
          <RangePart key={facet.name} facet={facet} />
        ),
      )}
    </div>
  );
}
