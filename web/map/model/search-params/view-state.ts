import { parseSearch, stringifySearch, withOpenReferences } from "../../../links/link-parts.ts";
import { keyOfName } from "../../../shared/key-of-name.ts";
import { type MapSearch, mapSearch, withCurrentNames } from "./map-search.ts";

/** Parameters of the workspace, which are not part of a view. */
const notOfView = ["view", "panel", "present", "at", "places", "many", "asKnownAt"] as const;

/**
 * State of a named view: the search text of the map, always with its lens.
 * @param at viewport, as links have it; the whole map is shown when absent
 */
export function stateText(search: MapSearch, at?: string): string {
  const kept: Partial<MapSearch> = { ...search };
  for (const name of notOfView) delete kept[name];
  return stringifySearch({ lens: "network", ...kept, ...(at && { at }) }).replace(/^\?/, "");
}

/** Parameters of a view's state; a large one that has not been loaded yet stays a reference. */
function searchOfState(state: string): MapSearch {
  const raw = parseSearch(state);
  return withOpenReferences(raw, mapSearch(raw));
}

/** Parameters in which a view and another state differ, each with its name: "lens: positions". */
export function stateDifference(state: string, other: string): string {
  const [mine, theirs] = [state, other].map((text) => withCurrentNames(parseSearch(text)));
  const inWords = (value: unknown) => (Array.isArray(value) ? `${value.length} selected` : String(value));
  return Object.keys({ ...theirs, ...mine })
    .filter((name) => JSON.stringify(mine![name]) !== JSON.stringify(theirs![name]))
    .map((name) =>
      name in mine! ? `${stateWords[name] ?? name}: ${inWords(mine![name])}` : `no ${stateWords[name] ?? name}`,
    )
    .join(", ");
}

const stateWords: Record<string, string> = {
  at: "zoom and position",
  against: "compared with",
  focal: "focal firm",
  selected: "open record",
  what: "what-if",
  moved: "moved claims",
  kinds: "actor kinds",
  sure: "minimum confidence",
  fresh: "age of evidence",
  hide: "hidden",
  only: "isolated",
};

/** The change of the URL that opens a view: other parameters are removed, the panel stays. */
export function changeToView({ key, state }: { key: string; state: string }, now: MapSearch): Partial<MapSearch> {
  const removed = Object.fromEntries(Object.keys(now).map((name) => [name, undefined]));
  const { panel, present, asKnownAt } = now;
  const shown: Partial<MapSearch> = searchOfState(state);
  for (const name of notOfView) if (name !== "at") delete shown[name];
  if (shown.lens === "network") delete shown.lens;
  return { ...removed, panel, present, asKnownAt, ...shown, view: key };
}

/** Whether the map shows the state of the view. */
export const showsView = ({ state }: { state: string }, now: MapSearch): boolean =>
  stateText(searchOfState(state)) === stateText(now);

/** Unused key for a view, from its name. */
export function viewKey(name: string, taken: readonly string[]): string {
  const base = keyOfName(name) || "view";
  if (!taken.includes(base)) return base;
  for (let n = 2; ; n++) if (!taken.includes(`${base}-${n}`)) return `${base}-${n}`;
}

/** The list with the entry at `from` moved to `to`. */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}
