import { validityWords } from "../shared/words.ts";
import { type CellView, supportOf } from "./cell-view.ts";
import type { GridRow } from "./model/grid.ts";

export function RowName({ row, missing }: { row: GridRow; missing: string | undefined }) {
  return (
    <span title={missing ?? row.label}>
      <bdi>{row.isNew && row.preset ? `New at ${row.label}` : row.label}</bdi>
      {row.note && <span className="quiet"> {validityWords[row.note].toLowerCase()}</span>}
      {missing && <span className="quiet"> {missing}</span>}
    </span>
  );
}

const supportWords = { sourced: "", unsure: "low confidence", unsourced: "no source" } as const;

export function CellText({ view: { text, records, problem }, isNumber }: { view: CellView; isNumber: boolean }) {
  const support = supportOf(records);
  return (
    <span className="grid-cell" data-support={support} data-number={isNumber || undefined} title={problem ?? text}>
      {text}
      {support !== null && supportWords[support] !== "" && <span className="unseen">, {supportWords[support]}</span>}
      {problem !== null && <span className="unseen">, error: {problem}</span>}
    </span>
  );
}
