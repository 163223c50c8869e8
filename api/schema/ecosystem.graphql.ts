import { readChanges } from "../../cypher/changes/history.ts";
import { listEcosystems } from "../../cypher/ecosystems/ecosystems.ts";
import { searchRecords } from "../../cypher/search/search.ts";
import { type EcosystemNode, listedNode } from "../ecosystems/ecosystem-cache.ts";
import { filterActors } from "../ecosystems/filter-actors.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import { boundaries } from "../measures/boundary/boundary.ts";
import { coherence } from "../measures/coherence/coherence.ts";
import { interventions } from "../measures/coherence/interventions.ts";
import { questions } from "../measures/coherence/questions.ts";
import { explainCoherence } from "../measures/explain/explain-coherence.ts";
import { explainThreat } from "../measures/explain/explain-threat.ts";
import { positions } from "../measures/position/position.ts";
import { segments } from "../measures/segments/segments.ts";
import { threats } from "../measures/threat/threat.ts";
import { whatIf } from "../measures/what-if/what-if.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { Actor, ActorConnection, ActorFilter } from "./actor.graphql.ts";
import { builder } from "./builder.ts";
import { ChangeType } from "./changes.graphql.ts";
import { CoherenceType, DimensionWeightInput, InterventionType, QuestionType } from "./coherence.graphql.ts";
import { CompetitorTypeEnum } from "./enums.ts";
import { SentenceType } from "./explain.graphql.ts";
import { logArgs, readLogArgs } from "./history.graphql.ts";
import { EcosystemMapType, MapFilterInput } from "./map.graphql.ts";
import { mapOf } from "./map-of.ts";
import { factsAt, readMoment } from "./moment.ts";
import { NodeInterface } from "./node.graphql.ts";
import { defaultFirst, readFirst, toConnection } from "./paging.ts";
import { BoundaryType, PositionType } from "./positions.graphql.ts";
import { RecordConnection, RecordKindEnum } from "./records.graphql.ts";
import { CustomerSegmentType, ThreatAssessmentType, ThreatWeightInput } from "./threats.graphql.ts";
import { readWhatIfInput, WhatIfInput, WhatIfType } from "./what-if.graphql.ts";
import { withLoaded } from "./with-loaded.ts";

const longestSearch = 200;
// Each asks the database or computes over all facts; stated so that none can be asked for a hundred times at once.
const costly = { field: 50, multiplier: 3 };

const SearchHit = builder.objectRef<{ score: number; node: RecordNode }>("SearchHit").implement({
  description: "One record that a search found.",
  fields: (t) => ({
    score: t.exposeFloat("score", { description: "How well it matches; comparable within one search only." }),
    node: t.field({ type: NodeInterface, description: "The record.", resolve: ({ node }) => node }),
    label: t.string({
      description: "What it is called on screen.",
      resolve: ({ node }) => node.loaded.label(node.kind, node.key),
    }),
  }),
});

export const EcosystemType = builder.objectRef<EcosystemNode>("Ecosystem");

EcosystemType.implement({
  description: "Everything that must come together for one value proposition, with all its facts.",
  interfaces: [NodeInterface],
  fields: (t) => {
    const moment = {
      asOf: t.arg({ type: "Date", description: "The date that facts must be in force at; today (UTC) when absent." }),
      minConfidence: t.arg.float({ description: "Leave out facts known to be less sure, 0 to 1; 0 when absent." }),
    };
    const first = t.arg.int({ description: "At most so many, 0 to 100." });
    const after = t.arg.string({ description: "The cursor of the row to go on after." });
    const focal = t.arg.string({ description: "An actor's key; the ecosystem's focal actor when absent." });
    return {
      key: t.exposeString("key", { description: "The document's key." }),
      name: t.exposeString("name", { description: "The name." }),
      valueProposition: t.string({
        nullable: true,
        description: "What must materialise.",
        resolve: ({ valueProposition }) => valueProposition,
      }),
      description: t.string({ nullable: true, description: "In words.", resolve: ({ description }) => description }),
      revision: t.exposeInt("revision", {
        description: "Goes up with every change of a fact; what a cached answer is tied to.",
      }),
      focal: t.field({
        type: Actor,
        nullable: true,
        description: "The actor from whose point of view threats are seen.",
        resolve: (ecosystem) => ecosystem.focalActor(),
      }),
      actor: t.field({
        type: Actor,
        nullable: true,
        description: "The actor with this key; null when there is none.",
        args: { key: t.arg.string({ required: true, description: "The document's key." }) },
        resolve: async (ecosystem, { key }) => (await ecosystem.load()).find("actors", key),
      }),
      actors: t.field({
        type: ActorConnection,
        description: "Actors by key, a page at a time (20 when first is absent).",
        args: { filter: t.arg({ type: ActorFilter, description: "Only these." }), first, after },
        complexity: ({ first }) => ({ field: 1, multiplier: first ?? defaultFirst }),
        resolve: async (ecosystem, args) =>
          toConnection(filterActors((await ecosystem.load()).all("actors"), args.filter ?? {}), args),
      }),
      records: t.field({
        type: RecordConnection,
        description: "Records of one kind in the document's order, a page at a time (20 when first is absent).",
        args: { kind: t.arg({ type: RecordKindEnum, required: true, description: "Which kind." }), first, after },
        complexity: ({ first }) => ({ field: 1, multiplier: first ?? defaultFirst }),
        resolve: async (ecosystem, args) => toConnection<RecordNode>((await ecosystem.load()).all(args.kind), args),
      }),
      changes: t.field({
        type: [ChangeType],
        description: "The change log, latest first.",
        args: logArgs,
        complexity: ({ first }) => ({ field: 50, multiplier: first ?? defaultFirst }),
        resolve: async (ecosystem, args, context) => {
          const { first, before } = readLogArgs(args);
          const changes = await readChanges(context.db, ecosystem.key, first, before);
          return changes.map((change) => ({ ...change, ecosystem }));
        },
      }),
      search: t.field({
        type: [SearchHit],
        description:
          "Full text over names, aliases, codes, descriptions and evidence, best match first (20 when first is absent).",
        args: { text: t.arg.string({ required: true, description: "What to look for, up to 200 characters." }), first },
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          if (args.text.length > longestSearch) {
            throw new InvalidInput(`The search text has ${args.text.length} characters: use at most ${longestSearch}.`);
          }
          const most = readFirst(args.first) ?? defaultFirst;
          if (args.text.trim() === "" || most === 0) return [];
          const loaded = await ecosystem.load();
          const hits = await searchRecords(context.db, ecosystem.key, args.text, most);
          // A hit that was stored after this request began is left to the next one.
          return hits.flatMap(({ kind, key, score }) => {
            const node = loaded.find(kind, key);
            return node ? [{ score, node }] : [];
          });
        },
      }),
      map: t.field({
        type: EcosystemMapType,
        description:
          "Nodes and edges for drawing, in one answer; without asOf those of all dates, with their validity, for a date slider that asks nothing more.",
        args: {
          asOf: t.arg({ type: "Date", description: "Only what is in force at this date." }),
          minConfidence: moment.minConfidence,
          filter: t.arg({ type: MapFilterInput, description: "Only a part of it." }),
        },
        complexity: costly,
        resolve: async (ecosystem, args) => mapOf(await ecosystem.load(), args),
      }),
      positions: t.field({
        type: [PositionType],
        description: "Actors with a position, by key.",
        args: moment,
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          const loaded = await ecosystem.load();
          const at = readMoment(args, context.today);
          return withLoaded(
            loaded,
            loaded.measure("positions", at, () => positions(factsAt(loaded, at))),
          );
        },
      }),
      boundaries: t.field({
        type: [BoundaryType],
        description: "Every activity in force and who leads it.",
        args: moment,
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          const loaded = await ecosystem.load();
          const at = readMoment(args, context.today);
          return withLoaded(
            loaded,
            loaded.measure("boundaries", at, () => boundaries(factsAt(loaded, at))),
          );
        },
      }),
      coherence: t.field({
        type: CoherenceType,
        description: "How well it all fits together.",
        args: { ...moment, weights: t.arg({ type: [DimensionWeightInput], description: "1 each when absent." }) },
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          const loaded = await ecosystem.load();
          const at = readMoment(args, context.today);
          return { ...coherenceAt(loaded, at, args.weights), loaded };
        },
      }),
      interventions: t.field({
        type: [InterventionType],
        description: "Highest gain first.",
        args: {
          ...moment,
          weights: t.arg({ type: [DimensionWeightInput], description: "1 each when absent." }),
          first,
        },
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          const most = readFirst(args.first);
          const loaded = await ecosystem.load();
          const at = readMoment(args, context.today);
          const weights = args.weights ?? undefined;
          const all = loaded.measure("interventions", { ...at, weights }, () =>
            interventions(factsAt(loaded, at), weights),
          );
          return withLoaded(loaded, all.slice(0, most));
        },
      }),
      questions: t.field({
        type: [QuestionType],
        description: "What to find out next: widest first.",
        args: {
          ...moment,
          weights: t.arg({ type: [DimensionWeightInput], description: "1 each when absent." }),
          first,
        },
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          const most = readFirst(args.first);
          const loaded = await ecosystem.load();
          const at = readMoment(args, context.today);
          return withLoaded(loaded, questions(coherenceAt(loaded, at, args.weights)).slice(0, most));
        },
      }),
      threats: t.field({
        type: ThreatAssessmentType,
        nullable: true,
        description:
          "focal: an actor's key; the ecosystem's focal actor when absent. An unknown one, or one without a position, is an error. Null when the ecosystem has no focal actor and none is given.",
        args: {
          focal,
          ...moment,
          types: t.arg({ type: [CompetitorTypeEnum], description: "Only rivals of these types." }),
          first,
          halfLifeDays: t.arg.int({ description: "After how many days a move weighs half; 180 when absent." }),
          weights: t.arg({ type: [ThreatWeightInput], description: "0.4, 0.4 and 0.2 when absent." }),
        },
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          const loaded = await ecosystem.load();
          const seenFrom = args.focal ?? loaded.head.focal;
          const options = {
            focal: seenFrom ?? undefined,
            weights: args.weights ?? undefined,
            halfLifeDays: args.halfLifeDays ?? undefined,
            types: args.types ?? undefined,
            first: readFirst(args.first),
          };
          const at = readMoment(args, context.today);
          if (seenFrom === undefined) return null;
          const answer = loaded.measure("threats", { ...at, ...options }, () => threats(factsAt(loaded, at), options));
          return { ...answer, loaded };
        },
      }),
      explainCoherence: t.field({
        type: [SentenceType],
        description: "Coherence in sentences: its score, what costs most, what to find out, what would help.",
        args: { ...moment, weights: t.arg({ type: [DimensionWeightInput], description: "1 each when absent." }) },
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          const loaded = await ecosystem.load();
          const at = readMoment(args, context.today);
          const weights = args.weights ?? undefined;
          const said = loaded.measure("explainCoherence", { ...at, weights }, () =>
            explainCoherence(factsAt(loaded, at), weights, coherenceAt(loaded, at, weights)),
          );
          return withLoaded(loaded, said);
        },
      }),
      explainThreat: t.field({
        type: [SentenceType],
        description:
          "One rival's threat in sentences: level and bounds, what it is made of, what dampens it, its moves and our answers, what is unknown.",
        args: {
          rival: t.arg.string({ required: true, description: "The rival's key." }),
          focal,
          ...moment,
          halfLifeDays: t.arg.int({ description: "After how many days a move weighs half; 180 when absent." }),
          weights: t.arg({ type: [ThreatWeightInput], description: "0.4, 0.4 and 0.2 when absent." }),
        },
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          const loaded = await ecosystem.load();
          const at = readMoment(args, context.today);
          const options = { focal: args.focal, weights: args.weights, halfLifeDays: args.halfLifeDays };
          const said = loaded.measure("explainThreat", { ...at, ...options, rival: args.rival }, () =>
            explainThreat(factsAt(loaded, at), args.rival, options),
          );
          return withLoaded(loaded, said);
        },
      }),
      whatIf: t.field({
        type: WhatIfType,
        description:
          "What coherence, positions, boundaries and threats would be after some changes: tried on a copy, nothing is stored.",
        args: {
          changes: t.arg({ type: WhatIfInput, required: true, description: "What to try." }),
          focal,
          ...moment,
          weights: t.arg({ type: [DimensionWeightInput], description: "Of dimensions; 1 each when absent." }),
          threatWeights: t.arg({ type: [ThreatWeightInput], description: "0.4, 0.4 and 0.2 when absent." }),
          halfLifeDays: t.arg.int({ description: "After how many days a move weighs half; 180 when absent." }),
        },
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          const loaded = await ecosystem.load();
          const changes = readWhatIfInput(args.changes, loaded.key);
          const answer = whatIf(loaded.document, changes, readMoment(args, context.today), {
            weights: args.weights ?? [],
            threat: { focal: args.focal, weights: args.threatWeights, halfLifeDays: args.halfLifeDays },
          });
          return { ...answer, loaded };
        },
      }),
      segments: t.field({
        type: [CustomerSegmentType],
        nullable: true,
        description: "The focal firm's customers by readiness, infrastructure, origin and age of equipment.",
        args: { focal, ...moment },
        complexity: costly,
        resolve: async (ecosystem, args, context) => {
          const loaded = await ecosystem.load();
          const seenFrom = args.focal ?? loaded.head.focal;
          const at = readMoment(args, context.today);
          if (seenFrom === undefined) return null;
          const answer = loaded.measure("segments", { ...at, seenFrom }, () => segments(factsAt(loaded, at), seenFrom));
          return withLoaded(loaded, answer);
        },
      }),
      document: t.field({
        type: "JSON",
        description: "The ecosystem document: the same facts that an import of it would store.",
        complexity: costly,
        resolve: async (ecosystem) => (await ecosystem.load()).document,
      }),
    };
  },
});

function coherenceAt(
  loaded: Awaited<ReturnType<EcosystemNode["load"]>>,
  at: ReturnType<typeof readMoment>,
  given: Parameters<typeof coherence>[1] | null | undefined,
) {
  const weights = given ?? undefined;
  return loaded.measure("coherence", { ...at, weights }, () => coherence(factsAt(loaded, at), weights));
}

builder.queryField("ecosystems", (t) =>
  t.field({
    type: [EcosystemType],
    description: "Every ecosystem, by name.",
    resolve: async (_root, _args, context): Promise<EcosystemNode[]> =>
      (await listEcosystems(context.db)).map((listed) =>
        listedNode(listed, async () => {
          const loaded = await context.ecosystem(listed.key);
          if (!loaded) throw new InvalidInput(`Ecosystem ${listed.key} has just been removed.`);
          return loaded;
        }),
      ),
  }),
);

builder.queryField("ecosystem", (t) =>
  t.field({
    type: EcosystemType,
    nullable: true,
    description: "The ecosystem with this key; null when there is none.",
    args: { key: t.arg.string({ required: true, description: "The document's key." }) },
    resolve: (_root, { key }, context) => context.ecosystemNode(key),
  }),
);
