import type { Dimension } from "./dimension.ts";
import { boundariesDimension } from "./dimensions/boundaries.ts";
import { controlSystems } from "./dimensions/control-systems.ts";
import { dataSharing } from "./dimensions/data-sharing.ts";
import { expectations } from "./dimensions/expectations.ts";
import { installedBase } from "./dimensions/installed-base.ts";
import { jointDevelopment } from "./dimensions/joint-development.ts";
import { standardsDimension } from "./dimensions/standards.ts";

const list = [
  expectations,
  boundariesDimension,
  installedBase,
  standardsDimension,
  controlSystems,
  dataSharing,
  jointDevelopment,
] as const;

export type CoherenceDimensionKind = (typeof list)[number]["kind"];

/** The dimensions of coherence in table order, which breaks ties. To add one, write its file and a line here. */
export const dimensions: readonly Dimension<CoherenceDimensionKind>[] = list;

const byKind = new Map(dimensions.map((dimension) => [dimension.kind, dimension]));

export const dimensionOf = (kind: CoherenceDimensionKind): Dimension<CoherenceDimensionKind> => byKind.get(kind)!;
