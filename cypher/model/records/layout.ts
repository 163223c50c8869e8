import { lenses } from "../enums/lens.ts";
import { pinnedKinds } from "../enums/pinned-kind.ts";
import { key, number, oneOf, required } from "../field.ts";
import { record } from "../record-description.ts";

const farthest = { min: -1e7, max: 1e7 };

export const layout = record({
  label: "LayoutPin",
  singular: "layout position",
  plural: "layout positions",
  description: "Where a person put a record on the map; it counts for drawing only.",
  identity: ["lens", "view", "kind", "key"],
  fields: {
    lens: required(oneOf(lenses, "Lens", "The lens in which it was put there.")),
    view: key("View", "The key of the view that it belongs to. Empty: the lens's own layout."),
    kind: required(oneOf(pinnedKinds, "Kind", "What kind of record was put there.")),
    key: required(key("Key", "The key of the record.")),
    x: required(number("x", "How far to the right.", farthest)),
    y: required(number("y", "How far down.", farthest)),
  },
});
