import { infrastructureWords, readinessWords } from "../../shared/words.ts";
import { Segment, type SegmentsProps } from "./Segment.tsx";

/** List in place of the grid on a phone: the cells that are not empty, the best fit first. */
export function SegmentList({ ecosystem, date, segments, rows, columns }: SegmentsProps) {
  return rows.map((row) => (
    <section key={row} className="rule">
      <h2>{readinessWords[row]} readiness</h2>
      {columns.map((column) => {
        const here = segments.filter((s) => s.readiness === row && s.infrastructure === column);
        return (
          here.length > 0 && (
            <section key={column} className="segment-card" data-fit={here[0]?.fit}>
              <h3>{infrastructureWords[column]} infrastructure</h3>
              {here.map((s) => (
                <Segment key={`${s.origin}-${s.age}`} ecosystem={ecosystem} date={date} segment={s} />
              ))}
            </section>
          )
        );
      })}
    </section>
  ));
}
