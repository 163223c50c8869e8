import type { StanceRecord } from "../../cypher/model/document.ts";
import { identityOf } from "../../cypher/model/record-kinds.ts";
import { type Camp, type Expectation, expectations, salienceOf } from "../measures/expectation/expectation.ts";
import { Actor } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { measureCost } from "./cost.ts";
import { EcosystemType } from "./ecosystem.graphql.ts";
import { Evidence } from "./evidence.graphql.ts";
import { loadAt, momentArgs } from "./moment.ts";
import { RecordType } from "./records.graphql.ts";
import { type Loaded, withLoaded } from "./with-loaded.ts";

const StanceType = builder.objectRef<Loaded<{ stance: StanceRecord }>>("Stance").implement({
  description: "An actor's position on a topic.",
  fields: (t) => ({
    record: t.field({
      type: RecordType,
      description: "The record of the stance.",
      resolve: ({ loaded, stance }) => loaded.get("stances", identityOf("stances", stance)),
    }),
    actor: t.field({
      type: Actor,
      description: "Whose position it is.",
      resolve: ({ loaded, stance }) => loaded.get("actors", stance.actor),
    }),
    position: t.int({
      description: "From 1 (the topic's low end) to 5 (its high end).",
      resolve: ({ stance }) => stance.position,
    }),
    salience: t.int({
      description: "How much the topic matters to the actor, from 1 (little) to 5 (most); 3 when not given.",
      resolve: ({ stance }) => salienceOf(stance),
    }),
    evidence: t.field({
      type: [Evidence],
      description: "The sources of the stance.",
      resolve: ({ loaded, stance }) => loaded.getAll("evidence", stance.evidence ?? []),
    }),
  }),
});

const CampType = builder.objectRef<Loaded<Camp>>("Camp").implement({
  description: "The actors on one side of the middle of a topic's scale, or in the middle of it.",
  fields: (t) => ({
    from: t.exposeInt("from", { description: "The least position of its actors, 1 to 5." }),
    to: t.exposeInt("to", { description: "The highest position of its actors, 1 to 5." }),
    wants: t.exposeString("wants", {
      nullable: true,
      description: "What the topic calls this end of its scale; null in the middle, and where the end has no name.",
    }),
    actors: t.field({
      type: [Actor],
      description: "Its actors, those to whom the topic matters most first.",
      resolve: ({ loaded, actors }) => loaded.getAll("actors", actors),
    }),
  }),
});

const ExpectationType = builder.objectRef<Loaded<Expectation>>("Expectation").implement({
  description: "A topic with who says what on it: the stances and the camps that they make.",
  fields: (t) => ({
    topic: t.field({
      type: RecordType,
      description: "The record of the topic.",
      resolve: ({ loaded, topic }) => loaded.get("topics", topic),
    }),
    question: t.string({
      nullable: true,
      description: "What the actors are asked; null: not recorded.",
      resolve: ({ loaded, topic }) => loaded.get("topics", topic).record.question,
    }),
    low: t.string({
      nullable: true,
      description: "What position 1 means; null: not recorded.",
      resolve: ({ loaded, topic }) => loaded.get("topics", topic).record.low,
    }),
    high: t.string({
      nullable: true,
      description: "What position 5 means; null: not recorded.",
      resolve: ({ loaded, topic }) => loaded.get("topics", topic).record.high,
    }),
    consensus: t.exposeFloat("consensus", {
      nullable: true,
      description: "0 (split between the ends) to 1 (of one mind); null: fewer than two stances.",
    }),
    sentence: t.exposeString("sentence", { description: "Who wants what: the camps by name." }),
    camps: t.field({
      type: [CampType],
      description: "The camps, the largest first; those in the middle last.",
      resolve: ({ loaded, camps }) => withLoaded(loaded, camps),
    }),
    stances: t.field({
      type: [StanceType],
      description: "The stances by position, from 1 to 5.",
      resolve: ({ loaded, stances }) => stances.map((stance) => ({ loaded, stance })),
    }),
  }),
});

builder.objectField(EcosystemType, "expectations", (t) =>
  t.field({
    type: [ExpectationType],
    description: "Expectations: the topics by key, each with its stances and camps.",
    args: { ...momentArgs, topic: t.arg.string({ description: "The key of a topic: only this one." }) },
    complexity: measureCost,
    resolve: async (ecosystem, { topic, ...args }, context) => {
      const { loaded, moment, facts } = await loadAt(ecosystem, args, context);
      const all = loaded.measure("expectations", moment, () => expectations(facts()));
      return withLoaded(loaded, topic == null ? all : all.filter((it) => it.topic === topic));
    },
  }),
);
