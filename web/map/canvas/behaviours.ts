import { background } from "./behaviours/background.ts";
import { drag } from "./behaviours/drag.ts";
import { groupOutlines } from "./behaviours/group-outlines.ts";
import { hover } from "./behaviours/hover.ts";
import { labels } from "./behaviours/labels.ts";
import { lasso } from "./behaviours/lasso.ts";
import { levelOfDetail } from "./behaviours/level-of-detail.ts";
import { menu } from "./behaviours/menu.ts";
import { resize } from "./behaviours/resize.ts";
import { select } from "./behaviours/select.ts";
import type { CanvasController } from "./controller.ts";

/** One concern of the canvas: begins with it, and returns how it ends. A new one is a file and a line here. */
export type Behaviour = (canvas: CanvasController) => () => void;

export const behaviours: readonly Behaviour[] = [
  background,
  labels,
  select,
  drag,
  hover,
  resize,
  lasso,
  menu,
  groupOutlines,
  levelOfDetail,
];
