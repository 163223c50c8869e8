import type { Dimension } from "./dimension.ts";
import { boundariesDimension } from "./dimensions/boundaries.ts";
import { controlSystems } from "./dimensions/control-systems.ts";
import { dataSharing } from "./dimensions/data-sharing.ts";
import { expectations } from "./dimensions/expectations.ts";
import { installedBase } from "./dimensions/installed-base.ts";
import { jointDevelopment } from "./dimensions/joint-development.ts";
import { standardsDimension } from "./dimensions/standards.ts";

/** The dimensions of coherence in table order, which breaks ties. A new one is a file and a line here. */
export const dimensions: readonly Dimension[] = [
  expectations,
  boundariesDimension,
  installedBase,
  standardsDimension,
  controlSystems,
  dataSharing,
  jointDevelopment,
];
