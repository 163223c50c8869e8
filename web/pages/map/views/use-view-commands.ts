import { networkPlacesOf, viewportText } from "../../../map/canvas/link-state.ts";
import { changeToView, movedTo, stateText, viewKey } from "../../../map/model/search-params/view-state.ts";
import type { LayoutPin } from "../../../map/pins/layout.graphql.ts";
import { useMap } from "../map-context.ts";
import { lensOf } from "../use-pins.ts";
import type { Done } from "./use-views.ts";
import type { MapView, SaveViewInput } from "./views.graphql.ts";

/** Commands on named views; all of them can be undone. */
export function useViewCommands() {
  const map = useMap();
  const { views, record, dispatch, announce, search, pins, whole, canvas } = map;
  /** What is shown now; with its zoom where somebody has chosen one. */
  const shown = () => stateText(search, canvas?.isTouched ? viewportText(canvas.cy) : undefined);

  /** Undo and redo have no caller that waits, so failures are announced. */
  const later = (label: string, work: () => Promise<Done<unknown>>) => async () => {
    const answer = await work();
    if ("why" in answer) announce(`${label}: ${answer.why}`);
    if ("conflict" in answer)
      announce(`${label}: someone else has changed this view in the meantime, so it was left as it is.`);
  };
  const versionOf = (key: string) => views.now().find((view) => view.key === key)?.version;
  const write = (view: Pick<MapView, "key" | "name" | "caption" | "state">) => {
    const { key, name, caption, state } = view;
    const version = versionOf(key);
    return views.save({ key, name, caption, state, ...(version !== undefined && { version }) });
  };

  /** Where nodes were put, and where the layout put the others. */
  const standing = (): Omit<LayoutPin, "id">[] => {
    const nodes = new Map(whole.nodes.map((node) => [node.id, node]));
    const places = new Map([...(canvas ? networkPlacesOf(canvas) : []), ...pins]);
    return [...places].flatMap(([id, { x, y }]) => {
      const node = nodes.get(id);
      return node ? [{ kind: node.kind, key: node.key, x, y }] : [];
    });
  };

  const open = (view: MapView) => {
    dispatch(`Open the view ${view.name}`, changeToView(view, search), { push: true });
    announce(`View: ${view.name}`);
  };

  const create = async (name: string, caption: string): Promise<Done<MapView>> => {
    const key = viewKey(
      name,
      views.now().map((view) => view.key),
    );
    const text = { key, name, caption: caption || null, state: shown() };
    const answer = await views.save(text);
    if (!("done" in answer)) return answer;
    const places = standing();
    const lens = lensOf(search.lens ?? "network");
    const copied = await views.copyPins(key, lens, places);
    if (!("done" in copied))
      announce(`The view was saved, but its positions were not${"why" in copied ? `: ${copied.why}` : "."}`);
    else announce(`Saved as the view ${name}.`);
    const bringBack = async () => {
      const saved = await views.save(text);
      return "done" in saved ? views.copyPins(key, lens, places) : saved;
    };
    record({
      label: `Save the view ${name}`,
      undo: later("Undo", async () => views.remove({ key, version: versionOf(key) ?? 1 })),
      redo: later("Redo", bringBack),
    });
    return answer;
  };

  /** @param input with the version that the person has seen. */
  const change = async (before: MapView, input: Omit<SaveViewInput, "ecosystem" | "key">): Promise<Done<MapView>> => {
    const answer = await views.save({ key: before.key, ...input });
    if (!("done" in answer)) return answer;
    const after = answer.done;
    record({
      label: `Change the view ${before.name}`,
      undo: later("Undo", () => write(before)),
      redo: later("Redo", () => write(after)),
    });
    announce(`Saved: ${after.name}.`);
    return answer;
  };

  const move = async (key: string, to: number): Promise<Done<null>> => {
    const keys = views.now().map((view) => view.key);
    const from = keys.indexOf(key);
    if (from < 0 || to < 0 || to >= keys.length || to === from) return { done: null };
    const next = movedTo(keys, from, to);
    const answer = await views.order(next);
    if (!("done" in answer)) return answer;
    announce(`Now ${to + 1} of ${keys.length}.`);
    record({
      label: "Move a view",
      undo: later("Undo", () => views.order(keys)),
      redo: later("Redo", () => views.order(next)),
    });
    return answer;
  };

  const remove = async (view: MapView): Promise<Done<unknown>> => {
    const answer = await views.remove(view);
    if (!("done" in answer)) return answer;
    announce(`Removed: ${view.name}. Undo brings it back.`);
    record({
      label: `Remove the view ${view.name}`,
      undo: later("Undo", () => views.restore(answer.done)),
      redo: later("Redo", async () => views.remove({ key: view.key, version: versionOf(view.key) ?? 1 })),
    });
    return answer;
  };

  return { open, shown, create, change, move, remove };
}
