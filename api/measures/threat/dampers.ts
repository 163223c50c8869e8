import type { Damper } from "./damper.ts";
import { ecosystemTies } from "./dampers/ecosystem-ties.ts";
import { entryBarrier } from "./dampers/entry-barrier.ts";

const list = [entryBarrier, ecosystemTies] as const;

export type ThreatDamperKind = (typeof list)[number]["kind"];

/** The dampers of a threat, in the order in which they are listed. To add one, write its file and a line here. */
export const dampers: readonly Damper<ThreatDamperKind>[] = list;
