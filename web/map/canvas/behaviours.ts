import type { Behaviour } from "./access.ts";
import { background } from "./behaviours/background.ts";
import { drag } from "./behaviours/drag.ts";
import { outlines } from "./behaviours/group-outlines.ts";
import { hover } from "./behaviours/hover.ts";
import { labels } from "./behaviours/labels.ts";
import { lasso } from "./behaviours/lasso.ts";
import { near } from "./behaviours/level-of-detail.ts";
import { menu } from "./behaviours/menu.ts";
import { resize } from "./behaviours/resize.ts";
import { choose } from "./behaviours/select.ts";

export const behaviours: readonly Behaviour[] = [
  background,
  labels,
  choose,
  drag,
  hover,
  resize,
  lasso,
  menu,
  outlines,
  near,
];
