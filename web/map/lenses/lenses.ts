import type { Lens } from "../model/scene.ts";
import type { LensName } from "../model/search-params/display-search.ts";
import { boundaries } from "./boundaries/lens.ts";
import { network } from "./network/lens.ts";
import { positions } from "./positions/lens.ts";
import { rivals } from "./rivals/lens.ts";

export type { LensName } from "../model/search-params/display-search.ts";

export const lenses: Record<LensName, Lens> = { network, positions, boundaries, rivals };

export const lensWords: Record<LensName, string> = {
  network: "Network",
  positions: "Positions",
  boundaries: "Boundaries",
  rivals: "Rivals",
};
