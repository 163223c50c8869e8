import type { RecordKind } from "../../graphql/schema-types.ts";

interface RecordKindTab {
  value: RecordKind;
  label: string;
  /** Fields of the document that are shown as columns. */
  columns: readonly string[];
}

/** A kind of fact: its records have validity dates and a confidence. */
const fact = (value: RecordKind, label: string, ...columns: string[]): RecordKindTab => ({
  value,
  label,
  columns: [...columns, "validFrom", "validTo", "confidence"],
});

const timeless = (value: RecordKind, label: string, ...columns: string[]): RecordKindTab => ({ value, label, columns });

export const recordKindTabs: readonly RecordKindTab[] = [
  fact("ACTORS", "Actors", "kinds", "country", "founded", "employees", "labels"),
  fact("ACTIVITIES", "Activities", "layer", "required", "importance", "serviceness"),
  fact("CLAIMS", "Claims", "by", "about", "activity", "extent", "lead"),
  fact("RELATIONS", "Relations", "from", "type", "to", "volume"),
  fact("OFFERINGS", "Offerings", "provider", "type", "activities", "value", "contract"),
  fact("STANDARDS", "Standards", "code", "status", "body", "domain"),
  fact("ADOPTIONS", "Adoptions", "actor", "standard", "extent"),
  fact("INTERFACES", "Interfaces", "a", "b", "candidates"),
  timeless("TOPICS", "Topics", "question", "low", "high"),
  fact("STANCES", "Stances", "actor", "topic", "position", "salience"),
  fact(
    "PROFILES",
    "Profiles",
    "actor",
    "serviceReadiness",
    "industrialInternetReadiness",
    "dataSharing",
    "digitalInfrastructure",
    "ownCapabilities",
    "innovativeness",
    "ownership",
  ),
  fact(
    "INSTALLATIONS",
    "Installations",
    "customer",
    "origin",
    "units",
    "installedYear",
    "controlSystem",
    "connected",
    "history",
  ),
  timeless("CONTROL_SYSTEMS", "Control systems", "vendor"),
  fact("AGREEMENTS", "Agreements", "provider", "customer", "security", "ownership", "contract", "benefit"),
  fact("INITIATIVES", "Initiatives", "participants", "standards", "startedOn", "endedOn"),
  timeless("CAPABILITIES", "Capabilities", "description"),
  fact("ACTOR_CAPABILITIES", "Capability levels", "actor", "capability", "level"),
  fact("MOVES", "Moves", "actor", "date", "type", "impact", "activities"),
  fact("RESPONSES", "Responses", "move", "actor", "date", "status", "reason"),
  timeless("TAGS", "Tags", "actor", "focal", "type", "label", "by", "at", "reason"),
  timeless("EVIDENCE", "Evidence", "publisher", "publishedOn", "reliability", "credibility", "url"),
  timeless("LAYOUT", "Layout positions", "lens", "view", "kind", "key", "x", "y"),
];
