import type { Factor } from "./factor.ts";
import { marketCommonality } from "./factors/market-commonality.ts";
import { momentum } from "./factors/momentum.ts";
import { overlap } from "./factors/overlap.ts";
import { statedRivalry } from "./factors/stated-rivalry.ts";
import { supplyCommonality } from "./factors/supply-commonality.ts";

const list = [overlap, marketCommonality, supplyCommonality, momentum, statedRivalry] as const;

export type ThreatFactorKind = (typeof list)[number]["kind"];

/** The factors of contact, in the order in which they are listed. To add one, write its file and a line here. */
export const factors: readonly Factor<ThreatFactorKind>[] = list;
