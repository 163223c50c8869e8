import type { Position } from "../map/facts.graphql.ts";
import { points } from "../shared/format.ts";

type Extent = Position["extents"][number];

/** How much more an actor claims of itself than others say of it, -1..1; null unless both are known. */
const apart = ({ own, others }: Extent): number | null => (own === null || others === null ? null : own - others);

/** The furthest apart first, then what only one side tells, by how far the actor is in it. */
const byApart = (extents: readonly Extent[]): Extent[] =>
  [...extents].sort((a, b) => Math.abs(apart(b) ?? 0) - Math.abs(apart(a) ?? 0) || (b.extent ?? -1) - (a.extent ?? -1));

/** "+40": it claims more than others say. Whole points, as the two figures beside it. */
function difference(extent: Extent): string {
  if (apart(extent) === null) return "–";
  const whole = Math.round(extent.own! * 100) - Math.round(extent.others! * 100);
  return whole === 0 ? "0" : `${whole > 0 ? "+" : "−"}${Math.abs(whole)}`;
}

/** How far an actor is in each activity, 0 to 100: as it says itself (solid) and as others say on average (hollow). */
export function ExtentList({ extents, onSelect }: { extents: readonly Extent[]; onSelect(id: string): void }) {
  return (
    <table className="grid-table extents">
      <thead>
        <tr>
          <th scope="col">How far it is in</th>
          <th scope="col" className="number">
            <i className="extent-mark" data-of="own" aria-hidden /> Itself
          </th>
          <th scope="col" className="number">
            <i className="extent-mark" data-of="others" aria-hidden /> Others
          </th>
          <th scope="col" className="number">
            Apart
          </th>
        </tr>
      </thead>
      <tbody>
        {byApart(extents).map((extent) => (
          <tr key={extent.activity.id}>
            <td>
              <button type="button" className="text-button" onClick={() => onSelect(extent.activity.id)}>
                <bdi>{extent.activity.name}</bdi>
              </button>
              {extent.lead && <span className="quiet"> leads</span>}
              <Track {...extent} />
              {extent.own === null && extent.others === null && (
                <span className="quiet">only our assessment: {points(extent.extent)}</span>
              )}
            </td>
            <td className="number">{points(extent.own)}</td>
            <td className="number">{points(extent.others)}</td>
            <td className="number">{difference(extent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Both on one line from 0 to 100, and what lies between them. */
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
