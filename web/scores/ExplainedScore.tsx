import { Tooltip } from "@mantine/core";
import { percent, points, range } from "../shared/format.ts";
import { ScoreAxis } from "./ScoreAxis.tsx";
import { figureOf, isRange, type Score, tooLittleKnown } from "./score-text.ts";
import "./scores.css";

interface ExplainedScoreProps extends Omit<Score, "score"> {
  /** Accessible name: what the score measures. */
  label: string;
  /** 0..1, or null when unknown. */
  value: number | null | undefined;
  /** Why there is no value, in a sentence. */
  reason?: string | undefined;
  size?: "small" | "medium" | "large";
  /** A token of theme.ts for the bar, such as "level-high". */
  tone?: string;
}

/** Accessible text and tooltip: the same as the drawing, in a sentence. */
function scoreInWords({ label, value, low, high, coverage, isIndicative, reason }: ExplainedScoreProps): string {
  const hasBounds = low !== null && low !== undefined && high !== null && high !== undefined;
  if (value !== null && value !== undefined && isIndicative) {
    return `${label}: ${range(low ?? value, high ?? value)} of 100; ${tooLittleKnown(coverage)}. What is known scores ${points(value)}`;
  }
  const bounds = hasBounds ? `, between ${points(low)} and ${points(high)} given what is unknown` : "";
  const known = coverage === null || coverage === undefined ? "" : `; ${percent(coverage)} is known`;
  if (value === null || value === undefined) return `${label}: unknown${bounds}. ${reason ?? ""}`.trim();
  return `${label}: ${points(value)} of 100${bounds}${known}`;
}

/**
 * Score in whole points with a bar from low to high on a scale from 0 to 100. Of an indicative score the range comes
 * first, with how little is known. An unknown score is a dash with its reason, never 0.
 */
export function ExplainedScore(props: ExplainedScoreProps) {
  const { value, low, high, coverage, isIndicative, size = "medium", tone = "accent", reason } = props;
  const known = value !== null && value !== undefined;
  const score = { score: value, low, high, coverage, isIndicative };
  const hasRange = isRange(score);
  const from = low ?? value ?? 0;
  const to = high ?? value ?? 1;
  const words = scoreInWords(props);
  return (
    <Tooltip label={words} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <div className={`score score-${size}${hasRange ? " score-indicative" : ""}`} role="img" aria-label={words}>
        <span className="score-points" data-unknown={!known || undefined}>
          {figureOf(score)}
        </span>
        <span className="score-bar" aria-hidden>
          <span
            className="score-range"
            style={{
              insetInlineStart: `${from * 100}%`,
              width: `${Math.max(0, to - from) * 100}%`,
              background: `var(--eco-${tone})`,
            }}
          />
          {known && (
            <span
              className="score-value"
              style={{ insetInlineStart: `${value * 100}%`, background: `var(--eco-${hasRange ? "ink" : tone})` }}
            />
          )}
        </span>
        {size === "large" && <ScoreAxis />}
        {/* Shown where the score is large or indicative, and on paper, which has no tooltip. */}
        {(size !== "small" || hasRange) && (
          <span className="score-foot" aria-hidden>
            {hasRange
              ? tooLittleKnown(coverage)
              : known
                ? `${range(low ?? value, high ?? value)}${coverage === null || coverage === undefined ? "" : ` · ${percent(coverage)} known`}`
                : (reason ?? "Unknown")}
          </span>
        )}
      </div>
    </Tooltip>
  );
}
