import type { Factor } from "./factor.ts";
import { marketCommonality } from "./factors/market-commonality.ts";
import { momentum } from "./factors/momentum.ts";
import { overlap } from "./factors/overlap.ts";

const list = [overlap, marketCommonality, momentum] as const;

export type ThreatFactorKind = (typeof list)[number]["kind"];

/** The factors of contact, in the order in which they are listed. To add one, write its file and a line here. */
export const factors: readonly Factor<ThreatFactorKind>[] = list;
