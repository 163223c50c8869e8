import { createContext, useContext } from "react";
import type { ReadRecord } from "../../changes/record-edits.ts";
import type { Reference } from "../inspector.graphql.ts";

/** The record that the inspector shows, to a person who may change it. */
export interface EditedRecord extends ReadRecord {
  ecosystem: string;
  /** Its name on screen. */
  label: string;
  references: readonly Reference[];
  /** Opens a record; null closes the inspector. */
  onSelect(id: string | null): void;
  /** Opens the form of a new record. */
  onAdd(kind: ReadRecord["kind"], preset: Readonly<Record<string, unknown>>): void;
}

const EditedRecordContext = createContext<EditedRecord | null>(null);
export const EditedRecordProvider = EditedRecordContext.Provider;

/** The record that can be edited; null for a reader, and where the inspector shows none. */
export const useEditedRecord = (): EditedRecord | null => useContext(EditedRecordContext);
