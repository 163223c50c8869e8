import type { LensName } from "../model/search-params/display-search.ts";
import { boundaries } from "./boundaries/lens.ts";
import type { Lens } from "./lens.ts";
import { network } from "./network/lens.ts";
import { positions } from "./positions/lens.ts";
import { rivals } from "./rivals/lens.ts";

/** Lenses in the order of their keys. A new one is a folder and a line here. */
export const lenses: Record<LensName, Lens> = { network, positions, boundaries, rivals };
