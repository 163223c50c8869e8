import { use, useEffect, useId, useState } from "react";
import type { RenderEditCellProps } from "react-data-grid";
import { GridViewContext, type TableRow } from "./grid-view.ts";
import type { GridColumn } from "./model/grid.ts";

interface Props extends RenderEditCellProps<TableRow> {
  /** Its column as the grid describes it. */
  of: GridColumn;
  /** Called when it opens; what is returned is called when it is gone. */
  onOpen(): () => void;
}

/** Lists that are longer than this are searched by typing; the browser need not hold all of them. */
const maxSuggestions = 500;

/** Input of one cell: what is typed replaces its text; choices are suggested. */
export function CellEditor({ row, column, of, onOpen, onRowChange, onClose }: Props) {
  const list = useId();
  const { suggestions } = of;
  const { text } = use(GridViewContext).view(row, of);
  const typed = row.typed?.column === column.key ? row.typed.text : undefined;
  // What is typed already is gone on with, where the row has been drawn anew meanwhile.
  const [focus] = useState(() => (input: HTMLInputElement | null) => {
    input?.focus();
    if (typed === undefined) input?.select();
  });
  useEffect(onOpen, [onOpen]);
  return (
    <>
      <input
        className="grid-editor"
        aria-label={`${row.label}, ${of.label}`}
        ref={focus}
        value={typed ?? text}
        autoComplete="off"
        {...(suggestions && { list })}
        onChange={(event) => onRowChange({ ...row, typed: { column: column.key, text: event.currentTarget.value } })}
        onBlur={() => onClose(true, false)}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.slice(0, maxSuggestions).map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}
