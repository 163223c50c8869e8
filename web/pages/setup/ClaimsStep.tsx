import { useMemo } from "react";
import { claimsGrid } from "../../grids/model/matrices.ts";
import { RecordGrid } from "../../grids/RecordGrid.tsx";
import type { SetupProps } from "./setup-props.ts";

interface Props extends SetupProps {
  /** Sends what is entered at once. */
  flush(): Promise<void>;
}

/** Who takes part in which activity, as a grid. */
export function ClaimsStep({ ecosystem, facts, submit, flush }: Props) {
  // Who leads is settled by what actors say of themselves: our own assessment alone leaves it a question.
  const grid = useMemo(() => claimsGrid(facts, { voice: "OWN" }), [facts]);
  if (grid.rows.length === 0 || grid.columns.length === 0)
    return <p>The grid will appear here when there are actors and activities.</p>;
  return (
    <RecordGrid
      grid={grid}
      label="Who does what, in the actors' own view"
      isEditor
      draftName={`grid ${ecosystem.key} activities own`}
      submit={submit}
      flush={flush}
    />
  );
}
