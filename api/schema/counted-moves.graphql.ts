import { responseStatuses } from "../../cypher/model/enums/response-status.ts";
import type { RecordNode } from "../ecosystems/loaded-ecosystem.ts";
import type { CountedMove } from "../measures/threat/responses.ts";
import { builder } from "./builder.ts";
import { Move, RecordType } from "./records.graphql.ts";
import { ThreatAssessmentType } from "./threats.graphql.ts";
import type { Loaded } from "./with-loaded.ts";

const MoveResponseType = builder.objectRef<RecordNode<"responses">>("MoveResponse").implement({
  description: "A response to a move.",
  fields: (t) => ({
    record: t.field({ type: RecordType, description: "The response as a record.", resolve: (response) => response }),
    date: t.field({ type: "Date", description: "The day of the response.", resolve: ({ record }) => record.date }),
    title: t.string({
      nullable: true,
      description: "The response in a few words.",
      resolve: ({ record }) => record.title,
    }),
    status: t.string({
      description: "How far it has come, in words.",
      resolve: ({ record }) => responseStatuses.values[record.status ?? "DONE"].word,
    }),
    reason: t.string({ nullable: true, description: "Why this response.", resolve: ({ record }) => record.reason }),
  }),
});

const CountedMoveType = builder.objectRef<Loaded<CountedMove>>("CountedMove").implement({
  description: "A rival's move that counts on the date, with the focal firm's response.",
  fields: (t) => ({
    move: t.field({
      type: Move,
      description: "The move.",
      resolve: ({ loaded, move }) => loaded.get("moves", move),
    }),
    response: t.field({
      type: MoveResponseType,
      nullable: true,
      description: "The focal firm's first response that is more than a plan; null: unanswered.",
      resolve: ({ loaded, response }) => loaded.find("responses", response ?? undefined),
    }),
    planned: t.field({
      type: MoveResponseType,
      nullable: true,
      description: "Of an unanswered move: the earliest planned response; null without one.",
      resolve: ({ loaded, planned }) => loaded.find("responses", planned ?? undefined),
    }),
    days: t.exposeInt("days", {
      description: "Days from the move to the response, or to the date of the assessment while it is unanswered.",
    }),
  }),
});

builder.objectField(ThreatAssessmentType, "countedMoves", (t) =>
  t.field({
    type: [CountedMoveType],
    description: "The rivals' moves that count: unanswered ones first, oldest first; then answered ones, latest first.",
    resolve: ({ loaded, countedMoves }) => countedMoves.map((counted) => ({ ...counted, loaded })),
  }),
);
