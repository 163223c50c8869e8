import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { distinctEvidence, EvidenceList } from "../../shared/EvidenceList.tsx";
import { count, points, range } from "../../shared/format.ts";
import { LabelWithSubjects } from "../../shared/SubjectLinks.tsx";
import { competitorWords, levelText, levelWords, threatPartWords } from "../../shared/words.ts";
import { RivalMoves } from "./RivalMoves.tsx";
import { RivalStory } from "./RivalStory.tsx";
import { RivalTags } from "./RivalTags.tsx";
import type { RivalAction } from "./rival-action.ts";
import type { Threat, ThreatDamper, ThreatFactor } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  /** Key of the focal firm. */
  focal: string;
  date: string | undefined;
  halfLife: number | undefined;
  threat: Threat;
  /** How many rivals share its rank, itself included. */
  equals: number;
  /** Node ids of the moves that count and have no response. */
  unanswered: ReadonlySet<string>;
  open: boolean;
  onToggle(open: boolean): void;
  /** Single keys that act on the row, as assistive technology is told them; undefined where there are none. */
  keys: string | undefined;
  /** Opens a form or the evidence beneath the row; undefined for a reader. */
  onAct: ((does: RivalAction) => void) | undefined;
}

/** Row of one rival: its threat as stacked contributions with the range; expands to factors, dampers and their terms. */
export function RivalRow(props: Props) {
  const { ecosystem, focal, date, halfLife, threat, equals, unanswered, open, onToggle, keys, onAct } = props;
  const at = (share: number) => `${share * 100}%`;
  const row = useRef<HTMLDetailsElement>(null);
  // A link to a rival far down the list scrolls to it.
  const openAtFirst = useRef(open);
  useEffect(() => {
    if (openAtFirst.current) row.current?.scrollIntoView({ block: "start" });
  }, []);
  const words = `Competitive threat ${points(threat.threat)} of 100 (${levelText(threat).toLowerCase()}), between ${points(threat.low)} and ${points(threat.high)}: ${threat.factors
    .map((factor) => `${threatPartWords[factor.kind]} ${points(factor.contribution)}`)
    .join(", ")}`;
  return (
    <details ref={row} className="rival" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary aria-keyshortcuts={keys}>
        <span className="rival-rank" title={equals > 1 ? `Rank ${threat.rank}, shared by ${equals} rivals` : undefined}>
          {threat.rank}
          {equals > 1 && <span aria-hidden>=</span>}
        </span>
        <span className="rival-name">
          {threat.rival.name}
          <span className="quiet">
            {competitorWords[threat.type]}
            {threat.typeSource === "TAGGED" && " (tagged)"}
            {threat.group && threat.group.id !== threat.rival.id && `; group of ${threat.group.name}`}
            {threat.tagOutdated && `; facts suggest: ${competitorWords[threat.inferredType].toLowerCase()}`}
          </span>
        </span>
        <span className="rival-figures">
          <span className="rival-points">{points(threat.threat)}</span>
          <span className="quiet">{range(threat.low, threat.high)}</span>
        </span>
        <span className="stack" role="img" aria-label={words}>
          {threat.factors.map((factor, index) => (
            <span
              key={factor.kind}
              className="stack-part"
              style={{ width: at(factor.contribution ?? 0), background: `var(--eco-part-${index + 1})` }}
            />
          ))}
          <span
            className="stack-range"
            style={{ left: at(threat.low), width: at(Math.max(0, threat.high - threat.low)) }}
          />
        </span>
        <span className="rival-level">
          <span className="tag" data-level={threat.level}>
            {levelWords[threat.level]}
          </span>
          {threat.levelAtMost !== threat.level && (
            <span className="quiet"> could be {levelWords[threat.levelAtMost].toLowerCase()}</span>
          )}
        </span>
      </summary>
      {open && (
        <>
          <div className="rival-explained">
            <RivalStory {...{ ecosystem, date, focal, halfLife }} rival={threat.rival.key} />
            <RivalTags ecosystem={ecosystem} focal={focal} threat={threat} />
          </div>
          <div className="rival-open">
            {threat.factors.map((factor) => (
              <Part key={factor.kind} part={factor} ecosystem={ecosystem} date={date} />
            ))}
            {threat.dampers.map((damper) => (
              <Part key={damper.kind} part={damper} ecosystem={ecosystem} date={date} />
            ))}
          </div>
          {onAct && (
            <div className="tag-commands">
              <Button variant="default" size="compact-xs" onClick={() => onAct("move")}>
                Log move
              </Button>
              {threat.moves.length > 0 && (
                <Button variant="default" size="compact-xs" onClick={() => onAct("response")}>
                  Respond to a move
                </Button>
              )}
            </div>
          )}
          {threat.moves.length > 0 && <RivalMoves moves={threat.moves} unanswered={unanswered} />}
        </>
      )}
    </details>
  );
}

function Part({
  part,
  ecosystem,
  date,
}: {
  part: ThreatFactor | ThreatDamper;
  ecosystem: string;
  date: string | undefined;
}) {
  const name = threatPartWords[part.kind];
  const reason = part.reason === null ? undefined : `Unknown: needs ${part.reason}.`;
  const evidence = distinctEvidence(part.terms.map((term) => term.evidence));
  return (
    <section className="part">
      <h3>{name}</h3>
      <p className="quiet">{part.question}</p>
      <ExplainedScore size="small" label={name} value={part.value} low={part.low} high={part.high} reason={reason} />
      <p className="quiet">
        {"contribution" in part
          ? part.contribution === null
            ? reason
            : `Adds ${count(Math.round(part.contribution * 100), "point")} to the threat (weight ${part.weight})`
          : [reason, `Multiplies the threat by ${part.multiplier.toFixed(2)}`].filter(Boolean).join(" ")}
      </p>
      <ul className="terms">
        {part.terms.map((term) => (
          <li key={`${term.label} ${term.subjects.map((s) => s.id).join()}`}>
            <span>
              <LabelWithSubjects ecosystem={ecosystem} date={date} label={term.label} subjects={term.subjects} />
            </span>
            <span className="number">{(term.share * 100).toFixed(1)}</span>
          </li>
        ))}
      </ul>
      {evidence.length > 0 && <EvidenceList evidence={evidence} />}
    </section>
  );
}
