import { sha1 } from "@noble/hashes/legacy.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ActorRecord, EcosystemDocument, EvidenceRecord, RelationRecord } from "../../../cypher/model/document.ts";
import { actorKinds } from "../../../cypher/model/enums/actor-kind.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import { keySource, websiteSource } from "../../changes/imports/formats/stix.ts";
import { addTo } from "../../shared/groups.ts";
import { lossesOf } from "../losses.ts";
import type { FileFormat } from "./format.ts";

export const stix = {
  name: "STIX",
  label: "STIX 2.1 bundle",
  description: "Actors as identities, relations as relationships and evidence as reports, for OpenCTI and the like.",
  ending: "stix.json",
  mediaType: "application/stix+json;version=2.1",
  losses,
  write: (document) => `${JSON.stringify(bundleOf(document, new Date()), null, 2)}\n`,
} as const satisfies FileFormat;

const lost = {
  actors: ["founded", "employees", "validFrom", "validTo"],
  relations: ["volume", "share"],
  evidence: ["publisher", "retrievedOn", "reliability", "credibility"],
};

function losses(document: EcosystemDocument): string[] {
  const used = evidenceInUse(document);
  const unused = (document.evidence ?? []).filter(({ key }) => !used.has(key)).length;
  return [
    ...lossesOf(document, lost),
    ...(unused > 0 ? [`Left out: ${unused.toLocaleString("en")} evidence on which no actor or relation rests.`] : []),
  ];
}

const evidenceInUse = ({ actors = [], relations = [] }: EcosystemDocument): Set<string> =>
  new Set([...actors, ...relations].flatMap(({ evidence = [] }) => evidence));

/** A UUID that is the same whenever the same record is exported: by name, as version 5 of UUIDs is made. */
function idOf(type: string, ...names: string[]): string {
  const hash = bytesToHex(sha1(utf8ToBytes(JSON.stringify([namespace, type, ...names]))));
  const variant = ((Number.parseInt(hash[16]!, 16) & 3) | 8).toString(16);
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `5${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`];
  return `${type}--${[...parts, hash.slice(20, 32)].join("-")}`;
}
const namespace = "ecotone";

const instant = (day: string): string => `${day}T00:00:00.000Z`;
const percent = (confidence: number): number => Math.round(confidence * 100);

function bundleOf(document: EcosystemDocument, now: Date) {
  const writer = new BundleWriter(document, now.toISOString());
  return { type: "bundle", id: idOf("bundle", document.ecosystem.key, now.toISOString()), objects: writer.objects() };
}

class BundleWriter {
  readonly #ecosystem: string;
  readonly #evidence: ReadonlyMap<string, EvidenceRecord>;

  constructor(
    readonly document: EcosystemDocument,
    readonly now: string,
  ) {
    this.#ecosystem = document.ecosystem.key;
    this.#evidence = new Map((document.evidence ?? []).map((one) => [one.key, one]));
  }

  objects(): object[] {
    const { actors = [], relations = [] } = this.document;
    const restingOn = this.#restingOn();
    const countries = new Set(actors.flatMap(({ country }) => country ?? []));
    const located = actors.filter(({ country }) => country !== undefined);
    return [
      ...[...countries].map((country) => ({ ...this.#head("location", country), country })),
      ...actors.map((actor) => this.#identity(actor)),
      ...located.map(({ key, country }) => ({
        ...this.#head("relationship", "located-at", key),
        relationship_type: "located-at",
        source_ref: this.#id("identity", key),
        target_ref: this.#id("location", country!),
      })),
      ...relations.map((relation) => this.#relationship(relation)),
      ...[...this.#evidence.values()].flatMap((one) => this.#report(one, restingOn.get(one.key) ?? [])),
    ];
  }

  #id(type: string, ...names: string[]): string {
    return idOf(type, this.#ecosystem, ...names);
  }

  #head(type: string, ...names: string[]) {
    return { type, spec_version: "2.1", id: this.#id(type, ...names), created: this.now, modified: this.now };
  }

  #identity(actor: ActorRecord): object {
    const { key, name, description, kinds, aliases = [], labels = [], website, confidence } = actor;
    return {
      ...this.#head("identity", key),
      name,
      ...(description !== undefined && { description }),
      identity_class: "organization",
      roles: kinds.map((kind) => actorKinds.values[kind].word),
      ...(labels.length > 0 && { labels }),
      ...(aliases.length > 0 && { x_opencti_aliases: aliases }),
      ...(confidence !== undefined && { confidence: percent(confidence) }),
      external_references: [
        { source_name: keySource, external_id: key },
        ...(website === undefined ? [] : [{ source_name: websiteSource, url: website }]),
        ...this.#references(actor),
      ],
    };
  }

  #relationship(relation: RelationRecord): object {
    const { from, to, type, validFrom, validTo, confidence } = relation;
    const references = this.#references(relation);
    return {
      ...this.#head("relationship", identityOf("relations", relation)),
      relationship_type: type.toLowerCase().replaceAll("_", "-"),
      source_ref: this.#id("identity", from),
      target_ref: this.#id("identity", to),
      ...(validFrom !== undefined && { start_time: instant(validFrom) }),
      ...(validTo !== undefined && { stop_time: instant(validTo) }),
      ...(confidence !== undefined && { confidence: percent(confidence) }),
      ...(references.length > 0 && { external_references: references }),
    };
  }

  /** Evidence without a day of publication, which a report must have, is an external reference of what rests on it. */
  #references({ evidence = [] }: ActorRecord | RelationRecord): object[] {
    return evidence
      .flatMap((key) => this.#evidence.get(key) ?? [])
      .filter(({ publishedOn }) => publishedOn === undefined)
      .map(({ title, url, excerpt }) => ({
        source_name: title,
        ...(url !== undefined && { url }),
        // A reference needs more than the name of its source.
        ...(excerpt !== undefined ? { description: excerpt } : url === undefined && { description: title }),
      }));
  }

  /** Ids of the actors and relations that rest on each evidence. */
  #restingOn(): ReadonlyMap<string, readonly string[]> {
    const { actors = [], relations = [] } = this.document;
    const resting = new Map<string, string[]>();
    const add = ({ evidence }: ActorRecord | RelationRecord, type: string, name: string) => {
      if (!evidence?.length) return;
      const id = this.#id(type, name);
      for (const key of new Set(evidence)) {
        addTo(resting, key, id);
      }
    };
    for (const actor of actors) add(actor, "identity", actor.key);
    for (const relation of relations) add(relation, "relationship", identityOf("relations", relation));
    return resting;
  }

  #report({ key, title, url, excerpt, publishedOn }: EvidenceRecord, refs: readonly string[]): object[] {
    if (publishedOn === undefined || refs.length === 0) return [];
    return [
      {
        ...this.#head("report", key),
        name: title,
        ...(excerpt !== undefined && { description: excerpt }),
        published: instant(publishedOn),
        object_refs: refs,
        external_references: [
          { source_name: keySource, external_id: key },
          ...(url === undefined ? [] : [{ source_name: title, url }]),
        ],
      },
    ];
  }
}
