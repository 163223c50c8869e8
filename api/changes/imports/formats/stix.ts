import { addTo } from "../../../shared/groups.ts";
import { isObject } from "../../../shared/is-object.ts";
import { unreadable } from "../issue.ts";
import { joinList } from "../mapping/lists.ts";
import { parseJsonFile } from "../parse-json.ts";
import { GrowingSheet } from "../tables/growing-sheet.ts";
import type { Cell, LeftOut, Sheet } from "../tables/table.ts";
import type { TableFormat } from "./format.ts";

export const stix = {
  name: "STIX",
  description: "A STIX 2.1 bundle, as OpenCTI writes it, with a mapping: identities, their relationships and reports.",
  endings: [".json", ".stix"],
  isFormatOf: (text) => /"type"\s*:\s*"bundle"/.test(text) && /"objects"\s*:/.test(text),
  sheets: (bytes) => new Bundle(objectsOf(bytes)).sheets(),
} as const satisfies TableFormat;

type StixObject = Readonly<Record<string, unknown>> & { id: string; type: string };
type Values = Readonly<Record<string, unknown>>;

/** Name by which an export of Ecotone gives the key of a record as an external reference. */
export const keySource = "Ecotone";
/** Name of the external reference that is an organisation's own website. */
export const websiteSource = "website";

const common =
  "type|spec_version|id|created_by_ref|created|modified|revoked|labels|confidence|lang|external_references|object_marking_refs|granular_markings|extensions|name|description";
const properties: Readonly<Record<string, ReadonlySet<string>>> = {
  identity: new Set(`${common}|roles|identity_class|sectors|contact_information|aliases|x_opencti_aliases`.split("|")),
  relationship: new Set(`${common}|relationship_type|source_ref|target_ref|start_time|stop_time`.split("|")),
  report: new Set(`${common}|report_types|published|object_refs`.split("|")),
};

const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf).filter(Boolean) : []);
const dayOf = (value: unknown): string => /^\d{4}-\d{2}-\d{2}/.exec(textOf(value))?.[0] ?? "";
const confidenceOf = (value: unknown): Cell => (typeof value === "number" ? value / 100 : null);

function objectsOf(bytes: Uint8Array): Values[] {
  const file = parseJsonFile(bytes);
  if (!isObject(file) || file.type !== "bundle" || !Array.isArray(file.objects))
    throw unreadable("", "This is JSON, and no STIX bundle: it has no list of objects.");
  const wrong = file.objects.findIndex((it) => !isObject(it) || textOf(it.type) === "" || textOf(it.id) === "");
  if (wrong >= 0) throw unreadable(`/objects/${wrong}`, "An object of a bundle needs a type and an id.");
  return file.objects as Values[];
}

/** A bundle as three tables: identities, relationships between them, and the reports that speak of either. */
class Bundle {
  readonly #objects = new Map<string, StixObject>();
  readonly #leftOut = new Map<string, LeftOut>();
  readonly #identities = new GrowingSheet("Identities", ["Id", "Name"]);
  readonly #relationships = new GrowingSheet("Relationships", ["From", "To", "Type"]);
  readonly #reports = new GrowingSheet("Reports", ["Id", "Title"]);
  /** What rests on which report: the ids of reports, by the id of an object. */
  readonly #reported = new Map<string, string[]>();
  /** External references that are sources, by their titles. */
  readonly #sources = new Map<string, string>();
  /** Names of countries, by the identity that is located there. */
  readonly #countries = new Map<string, string>();

  constructor(objects: readonly Values[]) {
    for (const object of objects as readonly StixObject[]) {
      const known = this.#objects.get(object.id);
      if (known) this.#leave("Earlier versions of objects", "Of an object the version that was modified last is read.");
      if (!known || textOf(object.modified) >= textOf(known.modified)) this.#objects.set(object.id, object);
    }
  }

  sheets(): Sheet[] {
    const all = [...this.#objects.values()].filter((object) => {
      if (object.revoked !== true) return true;
      this.#leave("Revoked objects", "Their source has withdrawn them.");
      return false;
    });
    const of = (type: string) => all.filter((object) => object.type === type);
    for (const report of of("report")) this.#noteReported(report);
    for (const report of of("report")) this.#addReport(report);
    for (const relationship of of("relationship")) this.#addRelationship(relationship);
    for (const identity of of("identity")) this.#addIdentity(identity);
    const countries = new Set(this.#countries.values());
    for (const object of all) this.#leaveRest(object, countries);
    const filled = [this.#identities, this.#relationships, this.#reports].filter((sheet) => !sheet.isEmpty);
    if (filled.length === 0)
      throw unreadable("", "The bundle has no identities, no relationships between them and no reports to read.");
    filled[0]!.leftOut.push(...this.#leftOut.values());
    return filled.map(({ sheet }) => sheet);
  }

  #noteReported(report: StixObject): void {
    const called = this.#cellId(report.id);
    for (const id of textsOf(report.object_refs)) {
      addTo(this.#reported, id, called);
    }
  }

  #leave(what: string, reason: string): void {
    const known = this.#leftOut.get(what);
    if (known) known.count++;
    else this.#leftOut.set(what, { what, count: 1, reason });
  }

  /** What an object is called in the tables: its key where Ecotone has written it, else its id. */
  #cellId(id: string): string {
    const own = this.#references(this.#objects.get(id)).find(({ source_name }) => source_name === keySource);
    return textOf(own?.external_id) || id;
  }

  #references(object: StixObject | undefined): Values[] {
    const references = object?.external_references;
    return Array.isArray(references) ? references.filter(isObject) : [];
  }

  /** The reports that speak of an object, and the sources that it names itself. */
  #evidenceOf(object: StixObject): string {
    const sources = this.#references(object).flatMap((reference) => {
      const source = textOf(reference.source_name);
      return source === "" || source === keySource || source === websiteSource ? [] : [this.#sourceOf(reference)];
    });
    return joinList([...new Set([...(this.#reported.get(object.id) ?? []), ...sources])]);
  }

  #sourceOf(reference: Values): string {
    const [url, description] = [textOf(reference.url), textOf(reference.description)];
    const called = [textOf(reference.source_name), textOf(reference.external_id)].filter(Boolean).join(" ");
    const title = (this.#sources.get(called) ?? url) === url ? called : `${called} (${url})`;
    if (!this.#sources.has(title)) {
      this.#sources.set(title, url);
      this.#reports.add(
        new Map([
          ["Title", title],
          ["Address", url],
          ["Excerpt", description === called ? "" : description],
        ]),
      );
    }
    return title;
  }

  #addReport(report: StixObject): void {
    const author = this.#objects.get(textOf(report.created_by_ref));
    this.#reports.add(
      new Map([
        ["Id", this.#cellId(report.id)],
        ["Title", textOf(report.name)],
        ["Publisher", textOf(author?.name)],
        ["Published", dayOf(report.published)],
        [
          "Address",
          this.#references(report)
            .map(({ url }) => textOf(url))
            .find(Boolean) ?? "",
        ],
        ["Excerpt", textOf(report.description)],
      ]),
    );
  }

  #addRelationship(relationship: StixObject): void {
    const [from, to] = [relationship.source_ref, relationship.target_ref].map((ref) => this.#objects.get(textOf(ref)));
    if (!from || !to) {
      this.#leave("Relationships to objects that the bundle lacks", "Both ends must be in the bundle.");
      return;
    }
    const type = textOf(relationship.relationship_type);
    if (type === "located-at" && from.type === "identity" && to.type === "location" && textOf(to.country) !== "") {
      this.#countries.set(from.id, textOf(to.country));
      return;
    }
    if (from.type !== "identity" || to.type !== "identity") {
      this.#leave(`Relationships of ${from.type} to ${to.type}`, "Relationships between identities are read.");
      return;
    }
    this.#relationships.add(
      new Map<string, Cell>([
        ["From", this.#cellId(from.id)],
        ["To", this.#cellId(to.id)],
        ["Type", type],
        ["Valid from", dayOf(relationship.start_time)],
        ["Valid to", dayOf(relationship.stop_time)],
        ["Confidence", confidenceOf(relationship.confidence)],
        ["Description", textOf(relationship.description)],
        ["Labels", joinList(textsOf(relationship.labels))],
        ["Evidence", this.#evidenceOf(relationship)],
      ]),
    );
  }

  #addIdentity(identity: StixObject): void {
    const references = this.#references(identity);
    const website = references.find(({ source_name }) => source_name === websiteSource);
    const kind = textOf(identity.identity_class);
    this.#identities.add(
      new Map<string, Cell>([
        ["Id", this.#cellId(identity.id)],
        ["Name", textOf(identity.name)],
        ["Kinds", joinList(textsOf(identity.roles))],
        ["Description", textOf(identity.description)],
        ["Country", this.#countries.get(identity.id) ?? ""],
        ["Website", textOf(website?.url)],
        ["Other names", joinList([...textsOf(identity.aliases), ...textsOf(identity.x_opencti_aliases)])],
        ["Labels", joinList([...new Set([...textsOf(identity.sectors), ...textsOf(identity.labels)])])],
        ["Confidence", confidenceOf(identity.confidence)],
        ["Evidence", this.#evidenceOf(identity)],
        ["Identity class", kind === "organization" ? "" : kind],
        ["Contact information", textOf(identity.contact_information)],
      ]),
    );
  }

  /**
   * Counts what of an object is not read: its type, its extensions and its custom properties.
   * @param countries those in which an identity is located
   */
  #leaveRest(object: StixObject, countries: ReadonlySet<string>): void {
    const known = properties[object.type];
    if (!known) {
      const isUsed = object.type === "location" && countries.has(textOf(object.country));
      if (!isUsed)
        this.#leave(
          `Objects of type “${object.type}”`,
          object.type === "marking-definition"
            ? "Markings are not read: make sure that you may use what they mark."
            : "Identities, their relationships and reports are read.",
        );
      return;
    }
    for (const id of Object.keys(isObject(object.extensions) ? object.extensions : {})) {
      const name = textOf(this.#objects.get(id)?.name) || id;
      this.#leave(`Extension “${name}”`, "What extensions add to objects is not read.");
    }
    for (const name of Object.keys(object))
      if (!known.has(name))
        this.#leave(`Property “${name}” of objects of type ${object.type}`, "It is no property of STIX.");
  }
}
