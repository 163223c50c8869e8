import { Checkbox } from "@mantine/core";
import { useMemo, useState } from "react";
import { countValues, type ValueCount } from "../../../map/model/filter/counts.ts";
import type { ChoiceFacet } from "../../../map/model/filter/facet.ts";
import { useOpen } from "../../../shared/use-open.ts";
import { useMapActions, useMapState } from "../map-context.ts";

/** So many values are listed at once; the rest on demand. */
const atFirst = 9;

/** The values of one facet, each with how many of what is otherwise shown have it. */
export function ChoicePart({ facet }: { facet: ChoiceFacet }) {
  const { search, facts } = useMapState();
  const { dispatch } = useMapActions();
  const [all, setAll] = useState(false);
  const values = useMemo(() => countValues(facet, facts, search), [facet, facts, search]);
  const chosen = search[facet.name] ?? [];
  const isOpen = chosen.length > 0 || facet.name === "kinds" || facet.name === "relations";
  const opening = useOpen(isOpen);
  if (values.length === 0) return null;
  const shown = all ? values : values.filter((value, i) => i < atFirst || value.chosen);
  const choose = (list: string[]) =>
    dispatch(`Filter by ${facet.label.toLowerCase()}`, { [facet.name]: list.length > 0 ? list : undefined });
  return (
    <details className="facet" {...opening}>
      <summary>
        {facet.label}
        {chosen.length > 0 && <span className="facet-chosen">{chosen.length}</span>}
      </summary>
      <Checkbox.Group aria-label={facet.label} value={chosen} onChange={choose}>
        <div className="facet-values">
          {shown.map((value) => (
            <Value key={value.value} value={value} />
          ))}
        </div>
      </Checkbox.Group>
      {shown.length < values.length && (
        <button type="button" className="text-button facet-more" onClick={() => setAll(true)}>
          {values.length - shown.length} more
        </button>
      )}
    </details>
  );
}

function Value({ value }: { value: ValueCount }) {
  return (
    <div className="facet-value" data-none={value.count === 0 || undefined}>
      <Checkbox
        size="xs"
        value={value.value}
        label={<bdi>{value.words}</bdi>}
        aria-label={`${value.words}, ${value.count}`}
      />
      <span className="facet-count" aria-hidden>
        {value.count.toLocaleString("en-GB")}
      </span>
    </div>
  );
}
