import type { CompetitorType } from "../../graphql/schema-types.ts";

/** A tag as the document has it. */
export interface Tag {
  actor: string;
  focal: string;
  type?: CompetitorType;
  label?: string;
  reason?: string;
  by?: string;
  at?: string;
}
