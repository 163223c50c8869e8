import {
  type EventKind,
  type Timeline,
  type TimelineEvent,
  type TimelineMark,
  timeline,
} from "../measures/timeline/timeline.ts";
import { builder } from "./builder.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { readMoment } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const kinds: { readonly [K in EventKind]: string } = {
  ENTERED: "An actor, activity, standard, offering, interface or machine came to be there.",
  STARTED: "A joint initiative began.",
  MOVED: "A competitor, or the focal firm, made a move.",
  RESPONDED: "A firm answered a move.",
  AGREED: "A provider and a customer agreed on sharing data.",
  CLAIMED: "An actor said what part itself or another has in an activity, or we assessed it.",
  RELATED: "A relation of two actors began: supply, partnership, ownership, competition, dependence.",
  ADOPTED: "An actor began to follow a standard, or to another extent.",
  STATUS_CHANGED: "A standard was proposed, drafted, published or withdrawn.",
  TOOK_STANCE: "An actor took a stance on a topic.",
  ASSESSED: "A profile or a capability of an actor was recorded.",
  TAGGED: "An analyst said what type of competitor a rival is.",
  AGED: "A machine passed into another age class (5 and 15 years).",
  ENDED: "What was claimed, agreed, related, adopted or begun came to its end with nothing in its place.",
  LEFT: "An actor, activity, standard, offering, interface or machine is no longer there.",
};

const TimelineEventKindEnum = builder.enumType("TimelineEventKind", {
  description: "What happened, in the order in which the events of one day are told.",
  values: Object.fromEntries(
    Object.entries(kinds).map(([kind, description]) => [kind, { value: kind as EventKind, description }]),
  ) as Record<EventKind, { value: EventKind; description: string }>,
});

export const TimelineEventType = builder.objectRef<Loaded<TimelineEvent>>("TimelineEvent").implement({
  description: "One thing that happened. What comes and goes with an actor is told by the actor's coming and going.",
  fields: (t) => ({
    date: t.field({ type: "Date", description: "The first day on which it counts.", resolve: ({ date }) => date }),
    kind: t.field({ type: TimelineEventKindEnum, description: "What happened.", resolve: ({ kind }) => kind }),
    label: t.exposeString("label", { description: 'In plain words: "SysCo claims to lead Maintain by condition".' }),
    record: t.field({
      type: NodeInterface,
      description: "The record that says so.",
      resolve: ({ loaded, record }) => loaded.get(record.kind, record.key),
    }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The actors, activities, standards and so on that it is about, to light up on the map.",
      resolve: ({ loaded, subjects }) => loaded.byRef(subjects),
    }),
  }),
});

const TimelineMarkType = builder.objectRef<Loaded<TimelineMark>>("TimelineMark").implement({
  description: "A day on which something happened.",
  fields: (t) => ({
    date: t.field({ type: "Date", description: "The day.", resolve: ({ date }) => date }),
    events: t.field({
      type: [TimelineEventType],
      description: "What happened on it: by kind in the order of TimelineEventKind, then by label.",
      resolve: ({ loaded, events }) => withLoaded(loaded, events),
    }),
  }),
});

const TimelineType = builder.objectRef<Loaded<Timeline>>("Timeline").implement({
  description:
    "All days on which something changes. Between two marks that follow one another no position, boundary or value of coherence changes; threats fade a little from day to day.",
  fields: (t) => ({
    from: t.field({
      type: "Date",
      nullable: true,
      description:
        "The first day on which somebody acts; marks of equipment that starts up may lie before it. Null: nothing has a date.",
      resolve: ({ from }) => from,
    }),
    to: t.field({
      type: "Date",
      nullable: true,
      description:
        "The last day on which somebody acts, which may be yet to come; marks of equipment that ages may lie after it.",
      resolve: ({ to }) => to,
    }),
    marks: t.field({
      type: [TimelineMarkType],
      description: "Earliest first.",
      resolve: ({ loaded, marks }) => withLoaded(loaded, marks),
    }),
  }),
});

builder.objectField(EcosystemType, "timeline", (t) =>
  t.field({
    type: TimelineType,
    description: "What happened when: the marks of a slider over time.",
    args: {
      minConfidence: t.arg.float({ description: "Leave out facts known to be less sure, 0 to 1; 0 when absent." }),
    },
    complexity: { field: 50, multiplier: 3 },
    resolve: async (ecosystem, args, context) => {
      const loaded = await ecosystem.load();
      const { minConfidence } = readMoment(args, context.today);
      const answer = loaded.measure("timeline", { minConfidence }, () => timeline(loaded.document, minConfidence));
      return { ...answer, loaded };
    },
  }),
);
