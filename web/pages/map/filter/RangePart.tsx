import { Slider } from "@mantine/core";
import { useEffect, useId, useMemo, useState } from "react";
import { countLeftOut } from "../../../map/model/filter/counts.ts";
import type { RangeFacet } from "../../../map/model/filter/facet.ts";
import { count } from "../../../shared/format.ts";
import { useMapActions, useMapState } from "../map-context.ts";

/** Range facet: slider, its text, and what it leaves out. */
export function RangePart({ facet }: { facet: RangeFacet }) {
  const { search, facts } = useMapState();
  const { dispatch } = useMapActions();
  const set = search[facet.name] ?? facet.open;
  const [value, setValue] = useState(set);
  const words = useId();
  useEffect(() => setValue(set), [set]);
  const left = useMemo(
    () => (set === facet.open ? null : countLeftOut(facet, facts, search)),
    [facet, facts, search, set],
  );
  return (
    <div className="facet facet-range">
      <p className="facet-name">{facet.label}</p>
      <Slider
        size="sm"
        min={facet.low}
        max={facet.high}
        step={facet.step}
        value={value}
        label={null}
        thumbLabel={facet.label}
        aria-describedby={words}
        thumbValueText={facet.words(value)}
        onChange={setValue}
        onChangeEnd={(end) => dispatch(facet.label, { [facet.name]: end === facet.open ? undefined : end })}
      />
      <p className="quiet" id={words}>
        {facet.words(value)}. Records without a value stay included.
        {left && ` Leaves out ${count(left.nodes, "record")} and ${count(left.relations, "relation")}.`}
      </p>
    </div>
  );
}
