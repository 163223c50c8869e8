import type { boundaries } from "../measures/boundary/boundary.ts";
import type { positions } from "../measures/position/position.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { BoundaryStatusEnum } from "./enums.ts";
import { Activity, Claim } from "./records.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

type Position = ReturnType<typeof positions>[number];
type Boundary = ReturnType<typeof boundaries>[number];

const ActivityExtent = builder.objectRef<Loaded<Position["extents"][number]>>("ActivityExtent").implement({
  description: "How far an actor is in an activity. Only activities with a claim about the actor.",
  fields: (t) => ({
    activity: t.field({
      type: Activity,
      description: "The activity.",
      resolve: ({ loaded, activity }) => loaded.get("activities", activity),
    }),
    extent: t.exposeFloat("extent", {
      nullable: true,
      description: "0 to 1: our assessment's, else the actor's own, else the mean of the others'.",
    }),
    own: t.exposeFloat("own", { nullable: true, description: "What the actor claims itself, 0 to 1." }),
    others: t.exposeFloat("others", { nullable: true, description: "The mean of what others claim of it, 0 to 1." }),
    lead: t.exposeBoolean("lead", { description: "Whether its own claim says that it leads." }),
  }),
});

export const PositionType = builder.objectRef<Loaded<Position>>("Position").implement({
  description: "Where an actor stands, from product to service (model: Position).",
  fields: (t) => ({
    actor: t.field({ type: Actor, description: "Whose.", resolve: ({ loaded, actor }) => loaded.get("actors", actor) }),
    servitization: t.exposeFloat("servitization", {
      nullable: true,
      description: "0 is a pure manufacturer, 1 a holistic service provider.",
    }),
    breadth: t.exposeFloat("breadth", {
      nullable: true,
      description: "The effective number of activities, 1 or more (Hill number of order 2).",
    }),
    perceptionGap: t.exposeFloat("perceptionGap", {
      nullable: true,
      description: "Mean distance of what it claims and what others claim of it, 0 to 1.",
    }),
    extents: t.field({
      type: [ActivityExtent],
      description: "How far it is in each activity.",
      resolve: ({ loaded, extents }) => withLoaded(loaded, extents),
    }),
  }),
});

export const BoundaryType = builder.objectRef<Loaded<Boundary>>("Boundary").implement({
  description: "Who leads an activity, and how far that is settled (model: Boundary).",
  fields: (t) => ({
    activity: t.field({
      type: Activity,
      description: "The activity.",
      resolve: ({ loaded, activity }) => loaded.get("activities", activity),
    }),
    status: t.field({
      type: BoundaryStatusEnum,
      description: "How far it is settled.",
      resolve: ({ status }) => status,
    }),
    value: t.exposeFloat("value", { nullable: true, description: "0 (nobody) to 1 (settled); null: unknown." }),
    leads: t.field({
      type: [Actor],
      description: "Who says of itself that it leads.",
      resolve: ({ loaded, leads }) => loaded.getAll("actors", leads),
    }),
    attributed: t.field({
      type: [Actor],
      description: "Whom others name, though it does not say so itself.",
      resolve: ({ loaded, attributed }) => loaded.getAll("actors", attributed),
    }),
    claims: t.field({
      type: [Claim],
      description: "What it is judged by.",
      resolve: ({ loaded, claims }) => loaded.getAll("claims", claims),
    }),
  }),
});
