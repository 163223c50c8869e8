import { positions } from "../measures/position/position.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { ExtentSourceEnum, VoiceEnum } from "./enums.ts";
import { loadAt, momentArgs } from "./moment.ts";
import { Activity } from "./records.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

type Position = ReturnType<typeof positions>[number];

const ActivityExtent = builder.objectRef<Loaded<Position["extents"][number]>>("ActivityExtent").implement({
  description: "The involvement of an actor in an activity that some claim about it, or an offering of it, mentions.",
  fields: (t) => ({
    activity: t.field({
      type: Activity,
      description: "The activity.",
      resolve: ({ loaded, activity }) => loaded.get("activities", activity),
    }),
    extent: t.exposeFloat("extent", {
      nullable: true,
      description:
        "0 to 1: our own assessment, else the actor's own claim, else the mean of the others' claims, else one half by an offering.",
    }),
    source: t.expose("source", { type: ExtentSourceEnum, description: "Where the extent comes from." }),
    low: t.exposeFloat("low", { description: "Lower bound of the extent: 0 by an offering." }),
    high: t.exposeFloat("high", { description: "Upper bound of the extent: 1 by an offering." }),
    own: t.exposeFloat("own", { nullable: true, description: "The actor's own claim, 0 to 1; null: none." }),
    others: t.exposeFloat("others", {
      nullable: true,
      description: "The mean of the others' claims, 0 to 1; null: none.",
    }),
    lead: t.exposeBoolean("lead", { description: "Whether its own claim says that it leads the activity." }),
    voice: t.expose("voice", { type: VoiceEnum, nullable: true, description: "Who says so; null: no claim does." }),
  }),
});

export const PositionType = builder.objectRef<Loaded<Position>>("Position").implement({
  description: "The position of an actor between product and service (model: Position).",
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: "The actor.",
      resolve: ({ loaded, actor }) => loaded.get("actors", actor),
    }),
    servitization: t.exposeFloat("servitization", {
      nullable: true,
      description: "0: pure manufacturer; 1: holistic service provider; null: unknown.",
    }),
    breadth: t.exposeFloat("breadth", {
      nullable: true,
      description: "The effective number of activities, 1 or more (Hill number of order 2).",
    }),
    perceptionGap: t.exposeFloat("perceptionGap", {
      nullable: true,
      description: "Perception gap: the mean distance of its own claims from the others', 0 to 1; null: unknown.",
    }),
    voice: t.expose("voice", {
      type: VoiceEnum,
      nullable: true,
      description: "Who says what it does, over all activities; null: no claim is about it.",
    }),
    extents: t.field({
      type: [ActivityExtent],
      description: "Its involvement in each activity.",
      resolve: ({ loaded, extents }) => withLoaded(loaded, extents),
    }),
  }),
});

builder.objectField(EcosystemType, "positions", (t) =>
  t.field({
    type: [PositionType],
    description: "Actors with a position, by key.",
    args: momentArgs,
    complexity: measureCost,
    resolve: async (ecosystem, args, context) => {
      const { loaded, moment, facts } = await loadAt(ecosystem, args, context);
      return withLoaded(
        loaded,
        loaded.measure("positions", moment, () => positions(facts())),
      );
    },
  }),
);
