import { pinnedRecords } from "../../cypher/model/enums/pinned-kind.ts";

/** The kinds of record that are nodes of the map and can be pinned on it. */
export type MapNodeKind = keyof typeof pinnedRecords;

/** The same kinds as collections of a document. */
export const nodeRecordKinds = Object.values(pinnedRecords);
