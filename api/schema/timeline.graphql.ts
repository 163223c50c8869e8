import { type Timeline, type TimelineEvent, type TimelineMark, timeline } from "../measures/timeline/timeline.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { TimelineEventKindEnum } from "./enums.ts";
import { minConfidenceArgs, readMinConfidence } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

export const TimelineEventType = builder.objectRef<Loaded<TimelineEvent>>("TimelineEvent").implement({
  description: "An event. What enters and leaves with an actor is covered by the event of the actor.",
  fields: (t) => ({
    date: t.field({ type: "Date", description: "The day of the event.", resolve: ({ date }) => date }),
    kind: t.field({ type: TimelineEventKindEnum, description: "What happened.", resolve: ({ kind }) => kind }),
    label: t.exposeString("label", {
      description: 'The event in words: "SysCo claims to lead Maintain by condition".',
    }),
    record: t.field({
      type: NodeInterface,
      description: "The record of the event.",
      resolve: ({ loaded, record }) => loaded.get(record.kind, record.key),
    }),
    subjects: t.field({
      type: [NodeInterface],
      description: "The actors, activities, standards and so on that it is about.",
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
      description: "The events of the day, by kind in the order of TimelineEventKind, then by label.",
      resolve: ({ loaded, events }) => withLoaded(loaded, events),
    }),
  }),
});

const TimelineType = builder.objectRef<Loaded<Timeline>>("Timeline").implement({
  description:
    "All days on which something changes. Between two marks no position, boundary or value of coherence changes; threats decline gradually.",
  fields: (t) => ({
    from: t.field({
      type: "Date",
      nullable: true,
      description:
        "The first day of an event other than equipment entering service, which may be earlier. Null: nothing has a date.",
      resolve: ({ from }) => from,
    }),
    to: t.field({
      type: "Date",
      nullable: true,
      description:
        "The last day of an event other than equipment ageing, which may be later. It may be in the future. Null: nothing has a date.",
      resolve: ({ to }) => to,
    }),
    marks: t.field({
      type: [TimelineMarkType],
      description: "The marks, earliest first.",
      resolve: ({ loaded, marks }) => withLoaded(loaded, marks),
    }),
  }),
});

builder.objectField(EcosystemType, "timeline", (t) =>
  t.field({
    type: TimelineType,
    description: "Timeline: the days on which something changes, and the events of each.",
    args: minConfidenceArgs,
    complexity: measureCost,
    resolve: async (ecosystem, args) => {
      const loaded = await ecosystem.load();
      const minConfidence = readMinConfidence(args);
      const answer = loaded.measure("timeline", { minConfidence }, () => timeline(loaded.document, minConfidence));
      return { ...answer, loaded };
    },
  }),
);
