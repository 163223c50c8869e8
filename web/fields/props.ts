import type { DescribedField } from "../shared/described-records.ts";

/** Props of every input of a field. */
export interface FieldInputProps {
  ecosystem: string;
  field: DescribedField;
  /** As in the document; null and undefined: unknown. */
  value: unknown;
  /** What is wrong with it, in words. */
  error?: string | null | undefined;
  autoFocus?: boolean | undefined;
  onChange(value: unknown): void;
}
