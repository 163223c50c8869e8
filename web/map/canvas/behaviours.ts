import type { Behaviour } from "./access.ts";
import { backdrop } from "./behaviours/backdrop.ts";
import { choose } from "./behaviours/choose.ts";
import { drag } from "./behaviours/drag.ts";
import { hover } from "./behaviours/hover.ts";
import { labels } from "./behaviours/labels.ts";
import { lasso } from "./behaviours/lasso.ts";
import { menu } from "./behaviours/menu.ts";
import { near } from "./behaviours/near.ts";
import { outlines } from "./behaviours/outlines.ts";
import { resize } from "./behaviours/resize.ts";

export const behaviours: readonly Behaviour[] = [
  backdrop,
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
