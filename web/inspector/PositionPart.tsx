import type { Position } from "../map/model/facts.graphql.ts";
import { ExplainedScore } from "../scores/ExplainedScore.tsx";
import { points } from "../shared/format.ts";
import { ExtentList } from "./ExtentList.tsx";

interface Props {
  /** Whether positions are loaded. */
  isJudged: boolean;
  /** Absent where there are no claims about the actor. */
  position: Position | undefined;
  onSelect(id: string): void;
}

/** Position of an actor, in its own view and in the others' view. */
export function PositionPart({ isJudged, position, onSelect }: Props) {
  return (
    <section className="inspector-part">
      <h3>Position</h3>
      {position ? (
        <>
          <ExplainedScore
            size="small"
            label="Servitization (0 = pure manufacturer, 100 = holistic service provider)"
            value={position.servitization}
            low={position.servitization}
            high={position.servitization}
            reason="None of its activities has a serviceness value."
          />
          <p className="quiet">
            Servitization: 0 = pure manufacturer, 100 = holistic service provider. Breadth:{" "}
            {position.breadth === null ? "–" : position.breadth.toFixed(1)} activities. Gap between own view and others'
            view: {position.perceptionGap === null ? "– (only one view is known)" : points(position.perceptionGap)}.
          </p>
          {position.extents.length > 0 && <ExtentList extents={position.extents} onSelect={onSelect} />}
        </>
      ) : (
        <p className="quiet">– {isJudged ? "There are no claims about this actor's activities." : "Loading…"}</p>
      )}
    </section>
  );
}
