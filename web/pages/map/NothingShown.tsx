import { Button } from "@mantine/core";
import { noConditions } from "../../map/model/filter/conditions.ts";
import { saysAny } from "../../map/model/search-params/map-search.ts";
import { FillLinks } from "../../shared/FillLinks.tsx";
import { formatDate } from "../../shared/format.ts";
import { type MapContextValue, useMap } from "./map-context.ts";
import { showAllAgain } from "./node-actions.ts";

interface Reason {
  title: string;
  text: string;
  /** The change of the URL that shows something again. */
  back?: { label: string; change: MapContextValue["search"] };
  /** The step of the set-up that records what is missing. */
  step?: "activities";
}

/** Empty state of the canvas: why, and the next step. */
export function NothingShown() {
  const map = useMap();
  const reason = reasonOf(map);
  if (!reason) return null;
  const { title, text, back, step } = reason;
  return (
    <section className="map-nothing" role="status">
      <h2>{title}</h2>
      <p>{text}</p>
      {step && <FillLinks ecosystem={map.ecosystem} step={step} />}
      {back && (
        <Button size="xs" variant="default" onClick={() => map.dispatch(back.label, back.change)}>
          {back.label}
        </Button>
      )}
    </section>
  );
}

function reasonOf({ search, facts, selection, scene, day, canvas }: MapContextValue): Reason | null {
  // A lens without a canvas has an empty state of its own.
  if (!canvas || scene.nodes.length > 0 || scene.background.some(({ type }) => type === "territory")) return null;
  if (facts.map.nodes.length === 0)
    return {
      title: `No records on ${formatDate(day)}`,
      text: "All records start later or ended earlier. The time bar marks when something happened.",
      ...(search.date && { back: { label: "Show today", change: { date: undefined } } }),
    };
  if (search.lens === "boundaries" && facts.boundaries.length === 0)
    return {
      title: `No activities on ${formatDate(day)}`,
      text: "Activities will appear here as territories, with a marker for each actor involved. Record activities and who takes part in them.",
      step: "activities",
    };
  const everything = { ...noConditions, ...showAllAgain };
  if (!saysAny(search, everything)) return null;
  return {
    title: selection.nodes.size === 0 ? "No matches for this filter" : "No matches for this filter in this lens",
    text: "Remove one of the conditions above the map, or all of them.",
    back: { label: "Reset filters", change: everything },
  };
}
