import { valuesOf } from "../../cypher/model/enum-table.ts";
import { lowestOf, type ThreatLevel, threatLevels } from "../measures/threat/level.ts";
import type { TypicalRival } from "../measures/threat/typical-rival.ts";
import { builder } from "./builder.ts";
import { ThreatLevelEnum } from "./enums.ts";

export const TypicalRivalType = builder.objectRef<TypicalRival>("TypicalRival").implement({
  description:
    "The threat of a typical rival as a plane, to draw lines of equal threat: threat = base + perOverlap * overlap + perMarketCommonality * market commonality. The other factors and the dampers are at the median of the rivals whose overlap and market commonality are known.",
  fields: (t) => ({
    base: t.exposeFloat("base", { description: "The threat without overlap and market commonality, 0 to 1." }),
    perOverlap: t.exposeFloat("perOverlap", { description: "The threat that full overlap adds, 0 to 1." }),
    perMarketCommonality: t.exposeFloat("perMarketCommonality", {
      description: "The threat that full market commonality adds, 0 to 1.",
    }),
    otherContact: t.exposeFloat("otherContact", {
      description: "The median of what the other factors add to contact, 0 to 1.",
    }),
    damping: t.exposeFloat("damping", {
      description: "The median of the share of contact that the dampers leave, above 0 up to 1.",
    }),
  }),
});

interface LevelBound {
  level: ThreatLevel;
  /** In points of 100. */
  from: number;
}

const ThreatLevelBoundType = builder.objectRef<LevelBound>("ThreatLevelBound").implement({
  description: "Where a level of threat begins.",
  fields: (t) => ({
    level: t.expose("level", { type: ThreatLevelEnum, description: "The level." }),
    from: t.float({
      description: "The threat, as it is shown, at which the level begins, 0 to 1.",
      resolve: ({ from }) => from / 100,
    }),
    lowest: t.float({
      description:
        "The least threat that is shown with this level, 0 to 1: half a point below from, since threats are shown in whole points. Where its zone begins on a plane.",
      resolve: ({ level }) => lowestOf(level),
    }),
  }),
});

builder.queryField("threatLevels", (t) =>
  t.field({
    type: [ThreatLevelBoundType],
    description: "The levels of threat, lowest first: each reaches up to where the next begins.",
    resolve: () => valuesOf(threatLevels).map((level) => ({ level, from: threatLevels.values[level].from })),
  }),
);
