import type { Database, Transaction } from "../../../cypher/database.ts";
import { readPinsOfView } from "../../../cypher/layout/pins.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import type { OtherChange } from "../../../cypher/records/change-records.ts";
import { deleteView, placeViews, readViewsIn, type StoredView, storeView } from "../../../cypher/views/views.ts";
import { Conflict, InvalidInput, NotFound } from "../../shared/domain-errors.ts";
import { type ChangeRequest, changeEcosystem } from "../change-ecosystem.ts";
import { checkOrder, checkView, maxViews, type ViewInput } from "./check-view.ts";

/** Content of a view without its place in the story. */
const contentOf = ({ position: _, ...content }: StoredView) => content;
const gone = (key: string) => new NotFound(`There is no view "${key}". It may have been deleted.`);

type SaveView = ChangeRequest & ViewInput & { version?: number | null | undefined };

/**
 * Creates a view at the end of the story (without `version`) or changes the one that the caller has read (with its
 * version). A view that has another version by now, or exists although it should be new, is a CONFLICT with both
 * values.
 */
export function saveView(db: Database, request: SaveView): Promise<{ key: string; revision: number }> {
  checkView(request);
  return changeEcosystem(db, "saveView", request, async (tx, at) => {
    const views = await readViewsIn(tx, request.ecosystem);
    const before = views.find(({ key }) => key === request.key) ?? null;
    refuseStale(request, before);
    if (!before && views.length >= maxViews)
      throw new InvalidInput(`There are already ${views.length} views, the maximum: remove one first.`);
    const text = { name: request.name, caption: request.caption || null, state: request.state };
    if (before && before.name === text.name && before.caption === text.caption && before.state === text.state)
      return { answer: { key: request.key } };
    const after: StoredView = {
      key: request.key,
      ...text,
      version: (before?.version ?? 0) + 1,
      by: request.who,
      at,
      position: before?.position ?? (views.at(-1)?.position ?? -1) + 1,
    };
    await storeView(tx, request.ecosystem, after);
    return { answer: { key: request.key }, others: [logged(before, after)] };
  });
}

function refuseStale(request: SaveView, before: StoredView | null): void {
  const { key, name, caption = null, state, version = null } = request;
  if (!before && version !== null) throw gone(key);
  if ((before?.version ?? null) === version) return;
  const current = contentOf(before!);
  const yours = { key, name, caption, state, version };
  throw version === null
    ? new Conflict(`The key "${key}" is already used by the view "${current.name}": choose another key.`, {
        current,
        yours,
      })
    : new Conflict(
        `${current.by} has changed the view "${key}" in the meantime (it is at version ${current.version}, yours is based on version ${version}): compare the two and save again.`,
        { current, yours },
      );
}

/** Removes a view with all of its pins. */
export function removeView(
  db: Database,
  request: ChangeRequest & { key: string; version?: number | null | undefined },
): Promise<{ key: string; pins: number; revision: number }> {
  return changeEcosystem(db, "removeView", request, async (tx) => {
    const { ecosystem, key, version } = request;
    const view = (await readViewsIn(tx, ecosystem)).find((one) => one.key === key);
    if (!view) throw gone(key);
    if (version != null && version !== view.version)
      throw new Conflict(`${view.by} has changed the view "${key}" in the meantime: check it before you remove it.`, {
        current: contentOf(view),
        yours: { key, version },
      });
    const pins = await readPinsOfView(tx, ecosystem, key);
    await deleteView(tx, ecosystem, key);
    return {
      answer: { key, pins: pins.length },
      records: pins.map((pin) => ({ kind: "layout", key: identityOf("layout", pin), before: pin, after: null })),
      others: [logged(view, null)],
    };
  });
}

/** Reorders the views; `keys` names every one of them. */
export function orderViews(
  db: Database,
  request: ChangeRequest & { keys: readonly string[] },
): Promise<{ revision: number }> {
  return changeEcosystem(db, "orderViews", request, async (tx: Transaction) => {
    const views = await readViewsIn(tx, request.ecosystem);
    const unknown = request.keys.find((key) => !views.some((view) => view.key === key));
    if (unknown !== undefined) throw gone(unknown);
    checkOrder(
      request.keys,
      views.map(({ key }) => key),
    );
    const moved = views.flatMap((view): OtherChange[] => {
      const position = request.keys.indexOf(view.key);
      return position === view.position ? [] : [logged(view, { ...view, position })];
    });
    if (moved.length > 0) await placeViews(tx, request.ecosystem, request.keys);
    return { answer: {}, others: moved };
  });
}

const logged = (before: StoredView | null, after: StoredView | null): OtherChange => ({
  kind: "views",
  key: (after ?? before)!.key,
  before,
  after,
});
