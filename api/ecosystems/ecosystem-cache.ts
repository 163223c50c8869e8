import { LRUCache } from "lru-cache";
import type { Database } from "../../cypher/database.ts";
import { type ListedEcosystem, readDocument, readRevision } from "../../cypher/ecosystems/ecosystems.ts";
import { readDocumentAt } from "../../cypher/ecosystems/read-at.ts";
import { readSince } from "../../cypher/ecosystems/read-since.ts";
import { toNodeId } from "../shared/node-id.ts";
import { EarlierEcosystem } from "./earlier-ecosystem.ts";
import { LoadedEcosystem, type LoneRecord } from "./loaded-ecosystem.ts";

const maxEcosystems = 8;
/** Records of all cached ecosystems together; the one asked for last is cached whatever its size. */
const maxRecords = 400_000;
/** Earlier states that are kept: stepping back and forth between two of them reads each once. */
const maxEarlier = 4;

/**
 * Ecosystem cache: whole ecosystems by key, each at its latest revision. The revision is read from the database every
 * time, so a change made through another API process on the same database is seen by the next request.
 */
export class EcosystemCache {
  readonly #kept = new LRUCache<string, LoadedEcosystem>({
    max: maxEcosystems,
    maxSize: maxRecords,
    sizeCalculation: ({ records }) => Math.min(maxRecords, records + 1),
  });
  readonly #earlier = new LRUCache<string, EarlierEcosystem>({ max: maxEarlier });
  readonly #underWay = new Map<string, Promise<LoadedEcosystem | null>>();

  constructor(private readonly db: Database) {}

  /** How many records a cached ecosystem has. */
  sizeOf(key: string): number | undefined {
    return this.#kept.peek(key)?.records;
  }

  async load(key: string): Promise<LoadedEcosystem | null> {
    const revision = await readRevision(this.db, key);
    if (revision === null) {
      this.#kept.delete(key);
      return null;
    }
    const kept = this.#kept.get(key);
    if (kept && kept.revision === revision) return kept;
    // Concurrent requests after a change share one load.
    const name = `${revision} ${key}`;
    const underWay = this.#underWay.get(name) ?? this.#fetch(key, kept).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, underWay);
    return underWay;
  }

  /** The ecosystem as it was recorded at an earlier revision; null when there is none. */
  async at(key: string, revision: number): Promise<EarlierEcosystem | null> {
    const name = `${revision} ${key}`;
    const kept = this.#earlier.get(name);
    if (kept) return kept;
    const found = await readDocumentAt(this.db, key, revision);
    if (!found) return null;
    const loaded = new EarlierEcosystem(found);
    this.#earlier.set(name, loaded);
    return loaded;
  }

  /** @param before the ecosystem at another revision: of a later one only what has changed is read */
  async #fetch(key: string, before: LoadedEcosystem | undefined): Promise<LoadedEcosystem | null> {
    const found = (before && (await readSince(this.db, before))) ?? (await readDocument(this.db, key));
    if (!found) return null;
    const loaded = new LoadedEcosystem(found.revision, found.document, found, before);
    this.#kept.set(key, loaded);
    return loaded;
  }
}

/** Source of the API's type Ecosystem: its header at once, its records only when a field asks for them. */
export interface EcosystemNode {
  kind: "ecosystem";
  key: string;
  name: string;
  valueProposition?: string | null;
  description?: string | null;
  revision: number;
  /** Key of the focal actor, available without the records, as on the first page. */
  focalActor(): LoneRecord<"actors"> | null;
  load(): Promise<LoadedEcosystem>;
  /** Of an earlier state, asked for with asKnownAt. */
  asKnown?: AsKnown;
}

/** Which earlier state an ecosystem is shown in. */
export interface AsKnown {
  at: string;
  /** The name and the other own fields are the oldest known: those of that time were not logged. */
  isOldestHead: boolean;
  earlier: EarlierEcosystem;
}

export function ecosystemNode(loaded: LoadedEcosystem): EcosystemNode {
  return {
    kind: "ecosystem",
    ...loaded.head,
    revision: loaded.revision,
    focalActor: () => loaded.find("actors", loaded.head.focal) ?? null,
    load: async () => loaded,
  };
}

/** An ecosystem in the list of all; of its records only the focal actor has been read. */
export function listedNode({ focalActor, ...head }: ListedEcosystem, load: EcosystemNode["load"]): EcosystemNode {
  const lone = focalActor && {
    id: toNodeId({ kind: "actors", ecosystem: head.key, key: focalActor.key }),
    ecosystem: head.key,
    kind: "actors" as const,
    key: focalActor.key,
    record: focalActor,
    load,
  };
  return { kind: "ecosystem", ...head, focalActor: () => lone, load };
}
