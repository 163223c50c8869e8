import type { RecordRef } from "../../../cypher/model/document.ts";
import { count, dayInWords, finePoints, named, percent, points } from "../../shared/format.ts";
import { EPSILON, highestFirst } from "../../shared/order.ts";
import { refTo } from "../../shared/record-ref.ts";
import { actorName } from "../../time/facts.ts";
import { evidenceOf } from "../scoring/evidence-of.ts";
import { shareLeft } from "../threat/damper.ts";
import { dampers } from "../threat/dampers.ts";
import { factors } from "../threat/factors.ts";
import { focalName } from "../threat/focal-view.ts";
import { levelInWords } from "../threat/level.ts";
import type { Responses } from "../threat/responses.ts";
import type { RivalView } from "../threat/rival-view.ts";
import { largestTerms } from "../threat/term.ts";
import type { Threat } from "../threat/threat.ts";
import { type Rule, together } from "./sentence.ts";

/** Input of a sentence about a rival. */
interface ThreatView {
  rival: RivalView;
  threat: Threat;
  /** Other rivals with the same rank. */
  equals: readonly string[];
  responses: Responses;
}

const actorRef = (key: string): RecordRef => ({ kind: "actors", key });

const level: Rule<ThreatView> = {
  name: "LEVEL",
  say: (view) => {
    const { actor, focal } = view.rival;
    const { threat, low, high, level: shown, levelAtMost } = view.threat;
    const atMost = levelAtMost === shown ? "" : `, and could be ${levelInWords(high)}`;
    const bounds =
      high - low > EPSILON ? `, between ${points(low)} and ${points(high)} given what is unknown${atMost}` : "";
    const text = `The competitive threat of ${actor.name} to ${focalName(focal)} is ${levelInWords(threat)}: ${points(threat)} of 100${bounds}.`;
    return [{ text, subjects: [actorRef(actor.key), actorRef(focal.focal)], evidence: actor.evidence ?? [] }];
  },
};

/** Ties share a rank, so that no rival is singled out. */
const rank: Rule<ThreatView> = {
  name: "EQUAL_RANK",
  say: ({ rival: { actor, focal }, threat, equals }) => {
    if (equals.length === 0) return [];
    const names = named(equals.map((key) => actorName(focal.facts, key)));
    return [
      {
        text: `It shares rank ${threat.rank} with ${names}: their threats are equal.`,
        subjects: [actor.key, ...equals].map(actorRef),
        evidence: [],
      },
    ];
  },
};

const group: Rule<ThreatView> = {
  name: "GROUP",
  say: ({ rival: { actor, focal }, threat: { group: head } }) => {
    if (head === null) return [];
    const text = head === actor.key ? "It heads a group" : `It belongs to the group of ${actorName(focal.facts, head)}`;
    return [
      { text: `${text}; each firm of a group is assessed separately.`, subjects: [actorRef(head)], evidence: [] },
    ];
  },
};

const contact: Rule<ThreatView> = {
  name: "FACTORS",
  say: ({ rival, threat }) =>
    highestFirst(
      threat.factors.filter(({ contribution }) => (contribution ?? 0) > EPSILON),
      ({ contribution }) => contribution,
      () => 0,
    ).map(({ kind, value, contribution, terms }) => {
      const largest = largestTerms(terms);
      const sentence = factors.find((factor) => factor.kind === kind)!.sentence(percent(value!), largest, rival);
      return { text: `${sentence} ${finePoints(contribution!)} points.`, ...together(largest) };
    }),
};

const damping: Rule<ThreatView> = {
  name: "DAMPERS",
  say: ({ rival, threat }) =>
    threat.dampers
      .filter(({ value }) => value !== null && value > EPSILON)
      .map(({ kind, value, terms }) => {
        const largest = largestTerms(terms);
        const sentence = dampers.find((damper) => damper.kind === kind)!.sentence(percent(value!), largest, rival);
        const taken = percent(1 - shareLeft(value!));
        return { text: `${sentence}: this reduces the threat by ${taken}.`, ...together(largest) };
      }),
};

const moves: Rule<ThreatView> = {
  name: "MOVES",
  say: (view) => {
    const touching = view.rival.moves.filter(({ relevance }) => relevance > 0).map(({ move }) => move);
    if (touching.length === 0) return [];
    const unanswered = new Set(view.responses.unansweredMoves);
    const open = touching.filter(({ key }) => unanswered.has(key)).sort((a, b) => (a.date < b.date ? -1 : 1));
    const days = view.responses.medianResponseDays;
    const answered = touching.length - open.length;
    const all = `Of its moves that still count, ${touching.length} ${touching.length === 1 ? "concerns" : "concern"} what ${focalName(view.rival.focal)} does`;
    const titles = named(open.map(({ title, date }) => `“${title}” (${dayInWords(date)})`));
    const are = (number: number) => (number === 1 ? "is" : "are");
    const state =
      open.length === 0
        ? `${answered === 1 ? "it was answered after" : "all were answered, after a median of"} ${count(days!, "day")}`
        : answered === 0
          ? `${titles} ${are(open.length)} not answered`
          : `${answered} ${are(answered)} answered, ${titles} ${are(open.length)} not`;
    const about = (open.length > 0 ? open : touching).map(({ key, evidence }) => ({
      subjects: [{ kind: "moves", key }] as RecordRef[],
      evidence: evidence ?? [],
    }));
    return [{ text: `${all}: ${state}.`, ...together(about) }];
  },
};

/** Where an offering covers the activity, but its extent is unknown. */
const offerings: Rule<ThreatView> = {
  name: "BY_OFFERINGS",
  say: ({ rival: { actor, focal, extents } }) => {
    const offered = focal.activities.filter(({ activity }) => extents.get(activity)?.source === "OFFERING");
    if (offered.length === 0) return [];
    const extent = offered.map(({ activity }) => extents.get(activity)!);
    return [
      {
        text: `Its offerings cover ${named(offered.map(({ name }) => name))}, but their extent is unknown and counts as one half.`,
        subjects: [actorRef(actor.key), ...offered.map(({ activity }) => refTo("activities", activity))],
        evidence: evidenceOf(extent.flatMap(({ read }) => read)),
      },
    ];
  },
};

const unknown: Rule<ThreatView> = {
  name: "UNKNOWN",
  say: ({ rival: { actor }, threat }) =>
    [...threat.factors, ...threat.dampers]
      .filter(({ value }) => value === null)
      .map(({ question, reason }) => ({
        text: `Unknown: ${question} An answer needs ${reason}.`,
        subjects: [actorRef(actor.key)],
        evidence: [],
      })),
};

const typeWords: Readonly<Record<Threat["type"], string>> = {
  SIMILAR_MANUFACTURER: "a similar manufacturer",
  DIVERSIFIED_TECHNOLOGY_FIRM: "a diversified technology firm",
  SERVICE_CENTRIC_START_UP: "a service-centric start-up",
  EXPANDING_CUSTOMER: "an expanding customer",
  OTHER: "of no particular competitor type",
};

const type: Rule<ThreatView> = {
  name: "TYPE",
  say: ({ rival: { actor, focal }, threat }) => {
    const subjects = [actorRef(actor.key)];
    const tag = focal.facts.tags.find(
      (it) => it.actor === actor.key && it.focal === focal.focal && it.type === threat.type,
    );
    const tagged = `${tag?.by ?? "An analyst"} tagged it as ${typeWords[threat.type]}${tag?.reason ? ` (${tag.reason.replace(/\.$/, "")})` : ""}`;
    const text =
      threat.typeSource === "INFERRED"
        ? `By the facts it is ${typeWords[threat.type]}.`
        : `${tagged}${threat.tagOutdated ? `, but by the facts it is ${typeWords[threat.inferredType]}: review the tag` : ""}.`;
    return [{ text, subjects, evidence: actor.evidence ?? [] }];
  },
};

/** Rules that explain a threat, in order of importance. To add one, write it above and add it here. */
export const threatRules: readonly Rule<ThreatView>[] = [
  level,
  rank,
  contact,
  offerings,
  damping,
  moves,
  unknown,
  type,
  group,
];
