import type { Lens, MapNodeKind } from "../../graphql/schema-types.ts";
import type { Point } from "../model/scene.ts";
import type { SaveLayoutInput } from "./layout.graphql.ts";

/** Where a pin belongs: one lens, in one named view or (null) in the lens's own layout. */
export interface LayoutScope {
  lens: Lens;
  view: string | null;
}
/** By node id; null: the pin is taken away. */
export type Moves = ReadonlyMap<string, Point | null>;
export type Outcome = { stored: true } | { stored: false; why: string; retry: boolean };

interface Waiting extends LayoutScope {
  moves: [string, Point | null][];
}
interface PinStoreState {
  /** The last failure in words; null while all is well. Nothing is lost by it: what is not stored waits here. */
  trouble: { why: string; retry: boolean } | null;
  /** Pins that are not stored yet. */
  waiting: number;
}

interface Surroundings {
  save(input: Omit<SaveLayoutInput, "ecosystem">): Promise<Outcome>;
  /** What a pin calls a node; null for a node that cannot be pinned. */
  nameOf(node: string): { kind: MapNodeKind; key: string } | null;
  /** Keeps what waits through a reload of the page. */
  storage: { read(): string | null; write(text: string | null): void };
}

/** Milliseconds from the last drag until it is stored, with all that were dragged just before. */
const gatherMillis = 800;
const firstRetryMillis = 2_000;
const lastRetryMillis = 30_000;

const nameOfScope = ({ lens, view }: LayoutScope) => `${lens} ${view ?? ""}`;
const none: ReadonlyMap<string, Point> = new Map();

/** Where people put nodes: at once on the map, soon in the database. */
export class PinStore {
  #around: Surroundings;
  #stored = new Map<string, ReadonlyMap<string, Point>>();
  #waiting = new Map<string, { layoutScope: LayoutScope; moves: Map<string, Point | null> }>();
  #sending: { name: string; layoutScope: LayoutScope; moves: Map<string, Point | null> } | null = null;
  /** The same attempt keeps its key, so that an answer that got lost does not store twice. */
  #attempt: { input: Omit<SaveLayoutInput, "ecosystem">; text: string } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #shown = new Map<string, ReadonlyMap<string, Point>>();
  #listeners = new Set<() => void>();
  state: PinStoreState = { trouble: null, waiting: 0 };

  constructor(around: Surroundings) {
    this.#around = around;
    const kept = around.storage.read();
    for (const { moves, ...layoutScope } of kept ? (JSON.parse(kept) as Waiting[]) : []) {
      const before = this.#waiting.get(nameOfScope(layoutScope))?.moves ?? none;
      this.#waiting.set(nameOfScope(layoutScope), { layoutScope, moves: new Map([...before, ...moves]) });
    }
    if (this.#waiting.size > 0) this.#later(gatherMillis);
    this.#tell();
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The pins that the database holds for a layout scope. */
  load(layoutScope: LayoutScope, pins: ReadonlyMap<string, Point>): void {
    this.#stored.set(nameOfScope(layoutScope), pins);
    this.#tell();
  }

  /** What is to be seen: the stored with all that waits. The same map until something changes. */
  pinsOf(layoutScope: LayoutScope): ReadonlyMap<string, Point> {
    const name = nameOfScope(layoutScope);
    const known = this.#shown.get(name);
    if (known) return known;
    const pins = new Map(this.#stored.get(name) ?? none);
    const sending = this.#sending?.name === name ? this.#sending.moves : none;
    for (const [node, place] of [...sending, ...(this.#waiting.get(name)?.moves ?? none)])
      if (place) pins.set(node, place);
      else pins.delete(node);
    this.#shown.set(name, pins);
    return pins;
  }

  put(layoutScope: LayoutScope, moves: Moves): void {
    const name = nameOfScope(layoutScope);
    const waiting = this.#waiting.get(name) ?? { layoutScope, moves: new Map() };
    for (const [node, place] of moves) if (this.#around.nameOf(node)) waiting.moves.set(node, place);
    this.#waiting.set(name, waiting);
    this.#tell();
    this.#later(gatherMillis);
  }

  /** Stores at once what waits, also after a refusal. */
  again = (): void => this.#later(0);

  /** Lets go of what the server refuses: those nodes stand where the database has them. */
  giveUp = (): void => {
    this.#waiting.clear();
    this.#attempt = null;
    this.#failures = 0;
    this.state = { ...this.state, trouble: null };
    this.#tell();
  };

  #later(millis: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), millis);
  }

  async #send(): Promise<void> {
    const [next] = this.#waiting;
    if (this.#sending || !next) return;
    const [name, { layoutScope, moves }] = next;
    this.#waiting.delete(name);
    this.#sending = { name, layoutScope, moves };
    const outcome = await this.#around.save(this.#inputOf(layoutScope, moves));
    this.#sending = null;
    if (outcome.stored) {
      const pins = new Map(this.#stored.get(name) ?? none);
      for (const [node, place] of moves)
        if (place) pins.set(node, place);
        else pins.delete(node);
      this.#stored.set(name, pins);
      this.#attempt = null;
      this.#failures = 0;
    } else {
      // What was dragged meanwhile is newer.
      const newer = this.#waiting.get(name)?.moves ?? none;
      this.#waiting.set(name, { layoutScope, moves: new Map([...moves, ...newer]) });
      this.#failures += 1;
    }
    this.state = { ...this.state, trouble: outcome.stored ? null : { why: outcome.why, retry: outcome.retry } };
    this.#tell();
    if (outcome.stored) this.#later(gatherMillis);
    else if (outcome.retry) this.#later(Math.min(lastRetryMillis, firstRetryMillis * 2 ** (this.#failures - 1)));
  }

  #inputOf(layoutScope: LayoutScope, moves: Moves): Omit<SaveLayoutInput, "ecosystem"> {
    const pins: SaveLayoutInput["pins"] = [];
    const unpin: SaveLayoutInput["unpin"] = [];
    for (const [node, place] of moves) {
      const named = this.#around.nameOf(node);
      if (!named) continue;
      if (place) pins.push({ ...named, x: place.x, y: place.y });
      else unpin.push(named);
    }
    const text = JSON.stringify([layoutScope, pins, unpin]);
    if (this.#attempt?.text !== text)
      this.#attempt = { text, input: { ...layoutScope, pins, unpin, idempotencyKey: crypto.randomUUID() } };
    return this.#attempt.input;
  }

  #tell(): void {
    this.#shown.clear();
    const all = [...(this.#sending ? [this.#sending] : []), ...this.#waiting.values()];
    this.state = { ...this.state, waiting: all.reduce((sum, { moves }) => sum + moves.size, 0) };
    const kept = all.map(({ layoutScope, moves }): Waiting => ({ ...layoutScope, moves: [...moves] }));
    this.#around.storage.write(kept.length > 0 ? JSON.stringify(kept) : null);
    for (const listener of this.#listeners) listener();
  }
}
