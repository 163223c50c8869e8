import type { Lens } from "../scene.ts";
import type { LensName } from "../state/view-search.ts";
import { boundaries } from "./boundaries.ts";
import { network } from "./network.ts";
import { positions } from "./positions.ts";
import { rivals } from "./rivals.ts";

export type { LensName } from "../state/view-search.ts";

export const lenses: Record<LensName, Lens> = { network, positions, boundaries, rivals };

export const lensWords: Record<LensName, string> = {
  network: "Network",
  positions: "Positions",
  boundaries: "Boundaries",
  rivals: "Rivals",
};
