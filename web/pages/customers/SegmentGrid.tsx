import { plain } from "../../shared/words.ts";
import { fitsFirst, Segment, type SegmentsProps } from "./Segment.tsx";

/** Readiness by digital infrastructure; in each cell origin and age of the customers' equipment. */
export function SegmentGrid({ ecosystem, date, segments, rows, columns }: SegmentsProps) {
  return (
    <table className="segments">
      <caption className="quiet">Readiness for service (rows) by digital infrastructure (columns)</caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {plain(column)} infrastructure
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{plain(row)}</th>
            {columns.map((column) => (
              <td key={column} data-fit={fitsFirst(row, column)}>
                {segments
                  .filter((s) => s.readiness === row && s.infrastructure === column)
                  .map((s) => (
                    <Segment key={`${s.origin}-${s.age}`} ecosystem={ecosystem} date={date} segment={s} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
