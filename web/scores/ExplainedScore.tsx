import { Tooltip } from "@mantine/core";
import { percent, points } from "../shared/format.ts";
import "./scores.css";

interface ExplainedScoreProps {
  /** Accessible name: what the score measures. */
  label: string;
  /** 0..1, or null when unknown. */
  value: number | null | undefined;
  /** Bounds 0..1: where the value could lie given what is unknown. */
  low?: number | null | undefined;
  high?: number | null | undefined;
  /** Coverage 0..1: the share of its weight that is known. */
  coverage?: number | null | undefined;
  /** Why there is no value, in a sentence. */
  reason?: string | undefined;
  size?: "small" | "medium" | "large";
  /** A token of theme.ts for the bar, such as "level-high". */
  tone?: string;
}

/** Accessible text and tooltip: the same as the drawing, in a sentence. */
function scoreInWords({ label, value, low, high, coverage, reason }: ExplainedScoreProps): string {
  const bounds =
    low !== null && low !== undefined && high !== null && high !== undefined
      ? `, between ${points(low)} and ${points(high)} given what is unknown`
      : "";
  const known = coverage === null || coverage === undefined ? "" : `; ${percent(coverage)} is known`;
  if (value === null || value === undefined) return `${label}: unknown${bounds}. ${reason ?? ""}`.trim();
  return `${label}: ${points(value)} of 100${bounds}${known}`;
}

/** Score in whole points with a bar from low to high. An unknown score is a dash with its reason, never 0. */
export function ExplainedScore(props: ExplainedScoreProps) {
  const { value, low, high, coverage, size = "medium", tone = "accent", reason } = props;
  const known = value !== null && value !== undefined;
  const from = low ?? value ?? 0;
  const to = high ?? value ?? 1;
  const words = scoreInWords(props);
  return (
    <Tooltip label={words} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <div className={`score score-${size}`} role="img" aria-label={words}>
        <span className="score-points" data-unknown={!known || undefined}>
          {points(value)}
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
              style={{ insetInlineStart: `${value * 100}%`, background: `var(--eco-${tone})` }}
            />
          )}
        </span>
        {/* Shown where the score is large, and on paper, which has no tooltip. */}
        {size !== "small" && (
          <span className="score-foot" aria-hidden>
            {known ? `${points(low)}–${points(high)}` : (reason ?? "Unknown")}
            {known && coverage !== null && coverage !== undefined && ` · ${percent(coverage)} known`}
          </span>
        )}
      </div>
    </Tooltip>
  );
}
