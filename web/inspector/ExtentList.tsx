import type { Position } from "../map/model/facts.graphql.ts";
import { points } from "../shared/format.ts";

type Extent = Position["extents"][number];

/** Gap between the actor's own view and the others' view, -1..1; null unless both are known. */
const gap = ({ own, others }: Extent): number | null => (own === null || others === null ? null : own - others);

/** Sorted by the size of the gap, then by the actor's involvement. */
const byGap = (extents: readonly Extent[]): Extent[] =>
  [...extents].sort((a, b) => Math.abs(gap(b) ?? 0) - Math.abs(gap(a) ?? 0) || (b.extent ?? -1) - (a.extent ?? -1));

/** Gap as text: "+40" when the actor claims more than others say. In whole points, as the two figures beside it. */
function gapText(extent: Extent): string {
  if (gap(extent) === null) return "–";
  const whole = Math.round(extent.own! * 100) - Math.round(extent.others! * 100);
  return whole === 0 ? "0" : `${whole > 0 ? "+" : "−"}${Math.abs(whole)}`;
}

/** Involvement of an actor in each activity, 0 to 100: its own view (solid) and the others' average (hollow). */
export function ExtentList({ extents, onSelect }: { extents: readonly Extent[]; onSelect(id: string): void }) {
  return (
    <table className="grid-table extents">
      <thead>
        <tr>
          <th scope="col">Involvement</th>
          <th scope="col" className="number">
            <i className="extent-mark" data-of="own" aria-hidden /> Own view
          </th>
          <th scope="col" className="number">
            <i className="extent-mark" data-of="others" aria-hidden /> Others' view
          </th>
          <th scope="col" className="number">
            Gap
          </th>
        </tr>
      </thead>
      <tbody>
        {byGap(extents).map((extent) => (
          <tr key={extent.activity.id}>
            <td>
              <button type="button" className="text-button" onClick={() => onSelect(extent.activity.id)}>
                <bdi>{extent.activity.name}</bdi>
              </button>
              {extent.lead && <span className="quiet"> lead</span>}
              <Track {...extent} />
              {extent.own === null && extent.others === null && (
                <span className="quiet">
                  {" "}
                  {extent.voice === null ? "an offering only, counted as" : "our assessment only:"}{" "}
                  {points(extent.extent)}
                </span>
              )}
            </td>
            <td className="number">{points(extent.own)}</td>
            <td className="number">{points(extent.others)}</td>
            <td className="number">{gapText(extent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Track from 0 to 100 with both views and the gap between them. */
function Track({ own, others }: Pick<Extent, "own" | "others">) {
  const at = (share: number) => ({ insetInlineStart: `${share * 100}%` });
  if (own === null && others === null) return null;
  return (
    <span className="extent-track" aria-hidden>
      {own !== null && others !== null && (
        <i
          className="extent-between"
          style={{ ...at(Math.min(own, others)), width: `${Math.abs(own - others) * 100}%` }}
        />
      )}
      {own !== null && <i className="extent-mark" data-of="own" style={at(own)} />}
      {others !== null && <i className="extent-mark" data-of="others" style={at(others)} />}
    </span>
  );
}
