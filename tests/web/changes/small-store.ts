import type { ChangeAnswer } from "../../../web/changes/change-records.graphql.ts";
import type { Sent } from "../../../web/changes/outcome.ts";
import type { ReadRecord } from "../../../web/changes/record-edits.ts";
import type { RecordChangeInput } from "../../../web/graphql/schema-types.ts";

interface Stored {
  version: number;
  data: Record<string, unknown>;
}
type Input = { changes: RecordChangeInput[]; why?: string; idempotencyKey: string };

/** A second reading of the API's contract for actors: versions, conflicts field by field, all or nothing. */
export class SmallStore {
  revision = 1;
  readonly actors = new Map<string, Stored>();
  readonly requests: Input[] = [];
  /** Who changed which field of which actor in which revision. */
  #log: { key: string; field: string; who: string; revision: number }[] = [];
  readonly #answers = new Map<string, ChangeAnswer>();
  isOnline = true;
  /** The answer is lost on the way, though the change is stored. */
  losesAnswers = false;

  put(key: string, data: Record<string, unknown>): void {
    this.actors.set(key, { version: this.revision, data: { key, ...data } });
  }

  read(key: string): ReadRecord {
    const { version, data } = this.actors.get(key)!;
    return { kind: "ACTORS", key, version, data: { ...data } };
  }

  /** Somebody else changes an actor. */
  changeBy(who: string, key: string, fields: Record<string, unknown>): void {
    const before = this.actors.get(key)!;
    this.revision += 1;
    this.actors.set(key, { version: this.revision, data: { ...before.data, ...fields } });
    for (const field of Object.keys(fields)) this.#log.push({ key, field, who, revision: this.revision });
  }

  send = async (input: Input): Promise<Sent> => {
    this.requests.push(structuredClone(input));
    if (!this.isOnline) return { failure: "The server cannot be reached", retry: true };
    const answer = this.#answers.get(input.idempotencyKey) ?? this.#change(input);
    if (answer.errors.length === 0) this.#answers.set(input.idempotencyKey, answer);
    if (this.losesAnswers) return { failure: "The server cannot be reached", retry: true };
    return { answer };
  };

  #change({ changes }: Input): ChangeAnswer {
    const answer: ChangeAnswer = { revision: null, changed: [], errors: [], conflicts: [] };
    const next = new Map(this.actors);
    const touched = new Set<string>();
    const refuse = (at: number, code: "INVALID" | "CONFLICT" | "DUPLICATE", message: string, below = "") =>
      answer.errors.push({ path: `/changes/${at}/actor${below}`, code, message });
    for (const [at, change] of changes.entries()) {
      if (!("actor" in change)) throw new Error("The small store holds actors only.");
      const { expectedVersion, ...fields } = change.actor as { key: string; name?: string; expectedVersion?: number };
      const { key } = fields;
      if (touched.has(key)) refuse(at, "DUPLICATE", "Named twice.");
      touched.add(key);
      if (fields.name === "") refuse(at, "INVALID", "Name must not be empty.", "/name");
      const stored = this.actors.get(key);
      if (stored && stored.version !== expectedVersion)
        this.#conflict(answer, at, key, stored, fields, expectedVersion);
      next.set(key, { version: this.revision + 1, data: { ...stored?.data, ...fields } });
    }
    if (answer.errors.length > 0) return answer;
    this.revision += 1;
    for (const [key, value] of next) this.actors.set(key, value);
    const changed = [...touched].map((key) => {
      const { version, data } = next.get(key)!;
      return { kind: "ACTORS" as const, key, label: String(data.name), version, after: data, node: null };
    });
    return { ...answer, revision: this.revision, changed };
  }

  #conflict(answer: ChangeAnswer, at: number, key: string, stored: Stored, yours: object, version = 0): void {
    answer.errors.push({ path: `/changes/${at}/actor`, code: "CONFLICT", message: "Changed since." });
    const own = yours as Record<string, unknown>;
    const since = this.#log.filter((entry) => entry.key === key && entry.revision > version);
    const told = version === 0 ? [{ field: null, who: "Pat" }] : since;
    for (const { field, who } of told)
      answer.conflicts.push({
        kind: "ACTORS",
        key,
        version: stored.version,
        field,
        theirs: (field === null ? stored.data : stored.data[field]) as Record<string, unknown>,
        yours: (field === null ? own : own[field]) as Record<string, unknown>,
        who,
        at: "2026-01-01T00:00:00Z",
      });
  }
}

/** localStorage for one browser: what tabs share. */
export class MemoryStorage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  key = (at: number): string | null => [...this.#items.keys()][at] ?? null;
  getItem = (name: string): string | null => this.#items.get(name) ?? null;
  setItem = (name: string, text: string): void => void this.#items.set(name, text);
  removeItem = (name: string): void => void this.#items.delete(name);
}
