import type { Position } from "../map/facts.graphql.ts";
import { ExplainedScore } from "../scores/ExplainedScore.tsx";
import { points } from "../shared/format.ts";
import { ExtentList } from "./ExtentList.tsx";

interface Props {
  /** Whether positions have been read at all. */
  isJudged: boolean;
  /** Absent where nobody claims anything of the actor. */
  position: Position | undefined;
  onSelect(id: string): void;
}

/** Where an actor stands, as it sees itself and as others see it. */
export function PositionPart({ isJudged, position, onSelect }: Props) {
  return (
    <section className="inspector-part">
      <h3>Position</h3>
      {position ? (
        <>
          <ExplainedScore
            size="small"
            label="Servitization, 0 pure manufacturer to 100 holistic service provider"
            value={position.servitization}
            low={position.servitization}
            high={position.servitization}
            reason="None of its activities says how much of a service it is."
          />
          <p className="quiet">
            Servitization (0 pure manufacturer, 100 holistic service provider). Breadth{" "}
            {position.breadth === null ? "–" : position.breadth.toFixed(1)} activities. Gap between own and others' view{" "}
            {position.perceptionGap === null ? "– (not both are known)" : points(position.perceptionGap)}.
          </p>
          {position.extents.length > 0 && <ExtentList extents={position.extents} onSelect={onSelect} />}
        </>
      ) : (
        <p className="quiet">– {isJudged ? "Nobody claims that it does any activity." : "Not read yet."}</p>
      )}
    </section>
  );
}
