import type { RecordRef } from "../../../cypher/model/document.ts";
import { highestFirst, TIE } from "../../shared/order.ts";
import { actorName } from "../../time/facts.ts";
import type { Responses } from "../threat/responses.ts";
import type { RivalView } from "../threat/rival-view.ts";
import type { Threat, ThreatDamper, ThreatFactor, ThreatTerm } from "../threat/threat.ts";
import { type Rule, together } from "./sentence.ts";
import { count, dayInWords, finePoints, levelWords, named, percent, points } from "./words.ts";

/** All that a sentence on a rival may be made of. */
interface ThreatView {
  rival: RivalView;
  threat: Threat;
  responses: Responses;
}

const mostTerms = 3;
const actorRef = (key: string): RecordRef => ({ kind: "actors", key });
const us = ({ rival: { focal } }: ThreatView): string => actorName(focal.facts, focal.focal);
const largest = (terms: readonly ThreatTerm[]): ThreatTerm[] =>
  highestFirst(
    terms.filter(({ share }) => share > TIE),
    ({ share }) => share,
    () => 0,
  ).slice(0, mostTerms);
const inWords = (terms: readonly ThreatTerm[]): string =>
  named(terms.map(({ label, share }) => `${label} (${percent(share)})`));

const level: Rule<ThreatView> = {
  name: "LEVEL",
  say: (view) => {
    const { actor, focal } = view.rival;
    const { threat, low, high, level } = view.threat;
    const bounds = high - low > TIE ? `; what is unknown leaves it between ${points(low)} and ${points(high)}` : "";
    const text = `The threat of ${actor.name} to ${us(view)} is ${levelWords[level]}: ${points(threat)} of 100${bounds}.`;
    return [{ text, subjects: [actorRef(actor.key), actorRef(focal.focal)], evidence: actor.evidence ?? [] }];
  },
};

/** Itself apart, where it is a customer that can come to serve itself: it does not supply itself. */
function marketText(share: string, most: readonly ThreatTerm[], view: ThreatView): string {
  const isItself = ({ subjects }: ThreatTerm) => subjects.some(({ key }) => key === view.rival.actor.key);
  const [itself] = most.filter(isItself);
  const others = most.filter((term) => !isItself(term));
  const serves = itself && `As a customer of ${us(view)} it can come to serve itself`;
  const supplies = `supplies ${serves ? "other customers" : `customers of ${us(view)}`}, above all ${inWords(others)}`;
  if (!serves) return `It also ${supplies}: market commonality of ${share} makes`;
  return others.length === 0
    ? `${serves}: market commonality of ${share} makes`
    : `${serves} (${percent(itself.share)}), and it ${supplies}: market commonality of ${share} makes`;
}

/** The sentence up to the points that the factor makes. */
const factorText: Readonly<
  Record<ThreatFactor["kind"], (share: string, most: readonly ThreatTerm[], view: ThreatView) => string>
> = {
  OVERLAP: (share, most, view) => `It does ${share} of what ${us(view)} does, above all ${inWords(most)}: that makes`,
  MARKET_COMMONALITY: marketText,
  MOMENTUM: (share, most, view) =>
    `The momentum of its moves into what ${us(view)} does is ${share}, above all from ${inWords(most)}: that makes`,
};

const factors: Rule<ThreatView> = {
  name: "FACTORS",
  say: (view) =>
    highestFirst(
      view.threat.factors.filter((factor) => (factor.contribution ?? 0) > TIE),
      ({ contribution }) => contribution,
      () => 0,
    ).map((factor) => {
      const most = largest(factor.terms);
      const said = factorText[factor.kind](percent(factor.value!), most, view);
      return { text: `${said} ${finePoints(factor.contribution!)} points.`, ...together(most) };
    }),
};

const damperText: Readonly<Record<ThreatDamper["kind"], (share: string, most: string, view: ThreatView) => string>> = {
  ENTRY_BARRIER: (share, most, view) =>
    `It lacks ${share} of the capability that the activities of ${us(view)} require, above all ${most}`,
  ECOSYSTEM_TIES: (share, most, view) => `It is tied to ${us(view)} (${share}) by ${most}`,
};

/** Each damper takes up to a half of the threat away. */
const dampers: Rule<ThreatView> = {
  name: "DAMPERS",
  say: (view) =>
    view.threat.dampers
      .filter(({ value }) => value !== null && value > TIE)
      .map((damper) => {
        const most = largest(damper.terms);
        const said = damperText[damper.kind](percent(damper.value!), inWords(most), view);
        return { text: `${said}: that takes ${percent(damper.value! / 2)} of the threat away.`, ...together(most) };
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
    const all = `Of its moves that still count, ${touching.length} ${touching.length === 1 ? "touches" : "touch"} what ${us(view)} does`;
    const titles = named(open.map(({ title, date }) => `“${title}” (${dayInWords(date)})`));
    const are = (number: number) => (number === 1 ? "is" : "are");
    const state =
      open.length === 0
        ? `${answered === 1 ? "it is answered, after" : "all are answered, after a median of"} ${count(days!, "day")}`
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

const unknown: Rule<ThreatView> = {
  name: "UNKNOWN",
  say: ({ rival: { actor }, threat }) =>
    [...threat.factors, ...threat.dampers]
      .filter(({ value }) => value === null)
      .map(({ question, reason }) => ({
        text: `Not known: ${question} To tell, it takes ${reason}.`,
        subjects: [actorRef(actor.key)],
        evidence: [],
      })),
};

const typeWords: Readonly<Record<Threat["type"], string>> = {
  SIMILAR_MANUFACTURER: "a similar manufacturer",
  DIVERSIFIED_TECHNOLOGY_FIRM: "a diversified technology firm",
  SERVICE_CENTRIC_START_UP: "a service-centric start-up",
  EXPANDING_CUSTOMER: "an expanding customer",
  OTHER: "none of the types of competitor",
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
        : `${tagged}${threat.tagOutdated ? `, but by the facts it is ${typeWords[threat.inferredType]}: the tag needs another look` : ""}.`;
    return [{ text, subjects, evidence: actor.evidence ?? [] }];
  },
};

/** What there is to say of a rival, in the order of what matters. A new rule is an entry here. */
export const threatRules: readonly Rule<ThreatView>[] = [level, factors, dampers, moves, unknown, type];
