import type { Outcome, SubmitOptions } from "../../changes/outcome.ts";
import type { RecordEdit } from "../../changes/record-edits.ts";
import type { ecosystemHeaderQuery } from "../../graphql/ecosystem-header.graphql.ts";
import type { ResultOf } from "../../graphql/graphql.ts";
import type { GridFacts } from "../../grids/model/grid-facts.ts";

export type Header = NonNullable<ResultOf<typeof ecosystemHeaderQuery>["ecosystem"]>;

/** Props of a step of the set-up. */
export interface SetupProps {
  ecosystem: Header;
  facts: GridFacts;
  submit(edits: readonly RecordEdit[], options: SubmitOptions): Promise<Outcome>;
  /** Opens the next step. */
  onDone(): void;
}
