import type { Lens } from "../scene.ts";
import { boundaries } from "./boundaries.ts";
import { network } from "./network.ts";
import { positions } from "./positions.ts";
import { rivals } from "./rivals.ts";

export const lenses = { network, positions, boundaries, rivals } satisfies Record<string, Lens>;
export type LensName = keyof typeof lenses;
