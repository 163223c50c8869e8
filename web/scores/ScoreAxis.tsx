import "./scores.css";

const ticks = [0, 25, 50, 75, 100];

/** Axis of a column of bars: 0 to 100, the same for every bar. Screen readers read the figures instead. */
export function ScoreAxis() {
  return (
    <span className="score-axis" aria-hidden>
      {ticks.map((tick) => (
        <span key={tick} style={{ insetInlineStart: `${tick}%` }}>
          {tick}
        </span>
      ))}
    </span>
  );
}
