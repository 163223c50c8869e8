import { dayInWords } from "../../shared/format.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import { actorName, type Facts } from "../../time/facts.ts";
import { DEFAULT_HALF_LIFE_DAYS, viewFrom } from "../threat/focal-view.ts";
import { responses } from "../threat/responses.ts";
import { rivalView } from "../threat/rival-view.ts";
import { type ThreatAssessment, type ThreatOptions, threats } from "../threat/threat.ts";
import { type Sentence, sentences } from "./sentence.ts";
import { threatRules } from "./threat-rules.ts";

/**
 * Explanation of one rival's threat in sentences: level and bounds, factors, dampers, its moves and our responses, and
 * what is unknown. Of an actor that is no rival, the one sentence that says so.
 * @param judged threats of the same facts and options with all rivals, if they have been computed
 * @throws MeasureError for a rival that is no actor in force, and for what threats refuses
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
    const why = actor.kinds.every((kind) => kind === "STANDARDS_BODY")
      ? "it is only a standards body"
      : (facts.alliances.get(view.focal)?.get(rivalKey) ?? []).some(({ type }) => type === "OWNS")
        ? "one of the two owns the other"
        : "no known fact brings the two into contact";
    const text =
      rivalKey === view.focal
        ? `${actor.name} is the focal firm itself.`
        : `${actor.name} is no threat to ${actorName(facts, view.focal)} on ${dayInWords(facts.asOf)}: ${why}.`;
    const subjects = [...new Set([rivalKey, view.focal])].map((key) => ({ kind: "actors" as const, key }));
    return [{ rule: "NO_THREAT", text, subjects, evidence: actor.evidence ?? [] }];
  }
  const rival = rivalView(view, actor);
  return sentences(threatRules, { rival, threat, responses: responses(view, [rival]) });
}
