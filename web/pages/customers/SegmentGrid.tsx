import { infrastructureWords, readinessWords } from "../../shared/words.ts";
import { Segment, type SegmentsProps } from "./Segment.tsx";

/** Grid of readiness by digital infrastructure; in each cell the origin and age of the customers' equipment. */
export function SegmentGrid({ ecosystem, date, segments, rows, columns }: SegmentsProps) {
  return (
    <table className="segments">
      <caption className="quiet">Rows: readiness for service. Columns: digital infrastructure.</caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {infrastructureWords[column]} infrastructure
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{readinessWords[row]}</th>
            {columns.map((column) => {
              const here = segments.filter((s) => s.readiness === row && s.infrastructure === column);
              return (
                <td key={column} data-fit={here[0]?.fit}>
                  {here.map((s) => (
                    <Segment key={`${s.origin}-${s.age}`} ecosystem={ecosystem} date={date} segment={s} />
                  ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
