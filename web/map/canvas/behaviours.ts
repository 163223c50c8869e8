import { add } from "./behaviours/add.ts";
import { background } from "./behaviours/background.ts";
import type { Behaviour } from "./behaviours/behaviour.ts";
import { drag } from "./behaviours/drag.ts";
import { groupOutlines } from "./behaviours/group-outlines.ts";
import { hover } from "./behaviours/hover.ts";
import { labels } from "./behaviours/labels.ts";
import { lasso } from "./behaviours/lasso.ts";
import { levelOfDetail } from "./behaviours/level-of-detail.ts";
import { menu } from "./behaviours/menu.ts";
import { relate } from "./behaviours/relate.ts";
import { resize } from "./behaviours/resize.ts";
import { select } from "./behaviours/select.ts";

/** Behaviours of the canvas, in the order in which they start. A new one is a file and a line here. */
export const behaviours: readonly Behaviour[] = [
  background,
  labels,
  select,
  add,
  drag,
  hover,
  relate,
  resize,
  lasso,
  menu,
  groupOutlines,
  levelOfDetail,
];
