import { dayInWords } from "../../shared/format.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import { actorName, type Facts } from "../../time/facts.ts";
import { DEFAULT_HALF_LIFE_DAYS, viewFrom } from "../threat/focal-view.ts";
import { type NoRival, whyNoRival } from "../threat/ranking.ts";
import { responses } from "../threat/responses.ts";
import { rivalView } from "../threat/rival-view.ts";
import { type ThreatAssessment, type ThreatOptions, threats } from "../threat/threat.ts";
import { type Sentence, sentences } from "./sentence.ts";
import { threatRules } from "./threat-rules.ts";

const noThreat: Readonly<Record<Exclude<NoRival, "FOCAL"> | "NO_CONTACT", string>> = {
  STANDARDS_BODY: "it is only a standards body",
  KIN: "both belong to one group, and nothing says that they compete",
  NO_CONTACT: "no known fact brings the two into contact",
};

/**
 * Explanation of one rival's threat in sentences: level and bounds, factors, dampers, its moves and our responses, and
 * what is unknown. For an actor that is not a rival, a single sentence that says so.
 * @param judged threats of the same facts and options with all rivals, if already computed
 * @throws MeasureError for a rival that is not an actor in force, and for what threats refuses
 */
export function explainThreat(
  facts: Facts,
  rivalKey: string,
  options: Pick<ThreatOptions, "focal" | "weights" | "halfLifeDays"> = {},
  judged: ThreatAssessment = threats(facts, options),
): Sentence[] {
  const view = viewFrom(facts, options.focal, options.halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS);
  const actor = facts.actors.get(rivalKey);
  if (!actor) {
    throw new MeasureError("RIVAL_UNKNOWN", `"${rivalKey}" is not an actor in force on ${facts.asOf}.`);
  }
  const threat = judged.rivals.find(({ rival }) => rival === rivalKey);
  if (!threat) {
    const why = whyNoRival(view, actor);
    const text =
      why === "FOCAL"
        ? `${actor.name} is the focal firm itself.`
        : `${actor.name} is no threat to ${actorName(facts, view.focal)} on ${dayInWords(facts.asOf)}: ${noThreat[why ?? "NO_CONTACT"]}.`;
    const subjects = [...new Set([rivalKey, view.focal])].map((key) => ({ kind: "actors" as const, key }));
    return [{ rule: "NO_THREAT", text, subjects, evidence: actor.evidence ?? [] }];
  }
  const rival = rivalView(view, actor);
  const equals = judged.rivals.filter((it) => it.rank === threat.rank && it.rival !== rivalKey).map((it) => it.rival);
  return sentences(threatRules, { rival, threat, equals, responses: responses(view, [rival]) });
}
