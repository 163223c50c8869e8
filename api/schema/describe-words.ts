import { changedKinds } from "../../cypher/changes/history.ts";
import type { EnumTable, EnumValue } from "../../cypher/model/enum-table.ts";
import { actorKinds } from "../../cypher/model/enums/actor-kind.ts";
import { competitorTypes } from "../../cypher/model/enums/competitor-type.ts";
import { layers } from "../../cypher/model/enums/layer.ts";
import { lenses } from "../../cypher/model/enums/lens.ts";
import { moveTypes } from "../../cypher/model/enums/move-type.ts";
import { responseStatuses } from "../../cypher/model/enums/response-status.ts";
import { constantOf } from "../../cypher/model/record-kinds.ts";
import { mapEdgeKinds } from "../map/map-edge-kind.ts";
import { boundaryStatuses } from "../measures/boundary/boundary-status.ts";
import { extentSources } from "../measures/position/extent-source.ts";
import { voices } from "../measures/position/voice.ts";
import {
  segmentAges,
  segmentInfrastructure,
  segmentOrigins,
  segmentReadiness,
} from "../measures/segments/segment-enums.ts";
import { threatLevels } from "../measures/threat/level.ts";
import { eventKinds } from "../measures/timeline/event-kind.ts";
import { damperKinds, dimensionKinds, factorKinds, interventionKinds, kindWords, mapNodeKinds } from "./enums.ts";

/** The enums whose values people read on the page. */
const tables: readonly EnumTable[] = [
  actorKinds,
  layers,
  boundaryStatuses,
  extentSources,
  voices,
  dimensionKinds,
  interventionKinds,
  competitorTypes,
  threatLevels,
  factorKinds,
  damperKinds,
  moveTypes,
  responseStatuses,
  segmentReadiness,
  segmentInfrastructure,
  segmentOrigins,
  segmentAges,
  lenses,
  mapNodeKinds,
  mapEdgeKinds,
  eventKinds,
];

/** Words of each value of the enums that people read: the page looks them up, and holds none itself. */
export const describeWords = (): Readonly<Record<string, Readonly<Record<string, EnumValue>>>> => ({
  ...Object.fromEntries(tables.map(({ name, values }) => [name, values])),
  ChangedKind: Object.fromEntries(changedKinds.map((kind) => [constantOf(kind), kindWords(kind)])),
});
