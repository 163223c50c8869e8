import { enumTable, type ValueOf } from "../../../cypher/model/enum-table.ts";

/**
 * Kinds of event, in the order in which the events of a day are listed. The words also follow a number: "3 entered".
 */
export const eventKinds = enumTable(
  "TimelineEventKind",
  "What happened, in the order in which the events of a day are listed.",
  {
    ENTERED: {
      word: "Entered",
      description: "An actor, activity, standard, offering, interface or machine was added to the ecosystem.",
    },
    STARTED: { word: "Started together", description: "A joint initiative began." },
    MOVED: { word: "Moved", description: "An actor made a competitive move." },
    RESPONDED: { word: "Answered", description: "A firm responded to a move." },
    AGREED: { word: "Agreed on data", description: "A provider and a customer agreed to share data." },
    CLAIMED: {
      word: "Claimed",
      description: "An actor made a claim about its own or another's involvement in an activity, or we assessed it.",
    },
    RELATED: {
      word: "Related",
      description: "A relation of two actors began: supply, partnership, ownership, competition, dependence.",
    },
    ADOPTED: { word: "Adopted", description: "An actor adopted a standard, or to a different extent." },
    STATUS_CHANGED: {
      word: "Changed status",
      description: "A standard was proposed, drafted, published or withdrawn.",
    },
    TOOK_STANCE: { word: "Took a stance", description: "An actor took a stance on a topic." },
    ASSESSED: { word: "Assessed", description: "A profile or a capability of an actor was recorded." },
    TAGGED: { word: "Tagged", description: "An analyst tagged the competitor type of a rival." },
    AGED: { word: "Aged", description: "A machine entered another age class (5 and 15 years)." },
    ENDED: {
      word: "Ended",
      description: "A claim, agreement, relation, adoption or initiative ended without a successor.",
    },
    LEFT: {
      word: "Left",
      description: "An actor, activity, standard, offering, interface or machine left the ecosystem.",
    },
  },
);

export type EventKind = ValueOf<typeof eventKinds>;
