import { count } from "../../shared/format.ts";
import { useIsNarrow } from "../../shared/use-is-narrow.ts";
import { type SegmentDimensionName, type SegmentedCustomer, segmentDimensions, valuesIn } from "./grouping.ts";
import { SegmentMembers } from "./SegmentMembers.tsx";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** In the order in which they are listed. */
  customers: readonly SegmentedCustomer[];
  by: readonly SegmentDimensionName[];
}

/** Background of a group: that of its members' fit for an advanced service, where they share one. */
const fitOf = (members: readonly SegmentedCustomer[]) =>
  members.every(({ fit }) => fit === members[0]?.fit) ? members[0]?.fit : undefined;

/** Segments: a table of two dimensions, or one group after another; below each other on a phone. */
export function SegmentGrid({ ecosystem, date, customers, by }: Props) {
  const isNarrow = useIsNarrow();
  const [first, second] = by;
  const rows = valuesIn(customers, first!);
  const members = (row: string, column?: string) =>
    customers.filter((it) => it[first!] === row && (second === undefined || it[second] === column));
  const where = { ecosystem, date, by };
  if (second === undefined || isNarrow) {
    return (
      <div className="segment-groups">
        {rows.map(({ value, word }) => (
          <section key={value} className="segment-card" data-fit={second === undefined && fitOf(members(value))}>
            <h3>
              {segmentDimensions[first!].label}: {word.toLowerCase()}{" "}
              <span className="quiet">{count(customers.filter((it) => it[first!] === value).length, "customer")}</span>
            </h3>
            {second === undefined ? (
              <SegmentMembers {...where} members={members(value)} />
            ) : (
              valuesIn(customers, second)
                .filter((column) => members(value, column.value).length > 0)
                .map((column) => (
                  <section key={column.value}>
                    <h4>
                      {segmentDimensions[second].label}: {column.word.toLowerCase()}
                    </h4>
                    <SegmentMembers {...where} members={members(value, column.value)} />
                  </section>
                ))
            )}
          </section>
        ))}
      </div>
    );
  }
  const columns = valuesIn(customers, second);
  return (
    <table className="segments">
      <caption className="quiet">
        Rows: {segmentDimensions[first!].label.toLowerCase()}. Columns: {segmentDimensions[second].label.toLowerCase()}.
      </caption>
      <thead>
        <tr>
          <td />
          {columns.map(({ value, word }) => (
            <th key={value} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.value}>
            <th scope="row">{row.word}</th>
            {columns.map((column) => {
              const here = members(row.value, column.value);
              return (
                <td key={column.value} data-fit={fitOf(here)}>
                  {here.length > 0 && <SegmentMembers {...where} members={here} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
