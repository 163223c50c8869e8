import type { Lens, MapNodeKind } from "../../graphql/schema-types.ts";
import { randomId } from "../../shared/hash.ts";
import type { Point } from "../model/scene.ts";
import type { SaveLayoutInput } from "./layout.graphql.ts";

/** Scope of pins: one lens, in one named view or (null) in the lens's own layout. */
export interface LayoutScope {
  lens: Lens;
  view: string | null;
}
/** By node id; null: the pin is removed. */
export type Moves = ReadonlyMap<string, Point | null>;
export type Outcome = { stored: true } | { stored: false; why: string; retry: boolean };

interface Waiting extends LayoutScope {
  moves: [string, Point | null][];
}
interface PinStoreState {
  /** Last failure in words; null without one. Unsaved pins are kept here. */
  trouble: { why: string; retry: boolean } | null;
  /** Pins that are not saved yet. */
  waiting: number;
}

interface Surroundings {
  /** Whether the person may store pins; a reader's stay in the tab. */
  maySave(): boolean;
  save(input: Omit<SaveLayoutInput, "ecosystem">): Promise<Outcome>;
  /** Record of a pin for a node; null for a node that cannot be pinned. */
  nameOf(node: string): { kind: MapNodeKind; key: string } | null;
  /** Keeps unsaved pins through a reload of the page. */
  storage: { read(): string | null; write(text: string | null): void };
}

/** Debounce in milliseconds: pins are saved together after the last drag. */
const gatherMillis = 800;
const firstRetryMillis = 2_000;
const lastRetryMillis = 30_000;

const nameOfScope = ({ lens, view }: LayoutScope) => `${lens} ${view ?? ""}`;
const none: ReadonlyMap<string, Point> = new Map();

/** Pin store: optimistic, shown on the map at once and saved soon after. */
export class PinStore {
  #around: Surroundings;
  #stored = new Map<string, ReadonlyMap<string, Point>>();
  #waiting = new Map<string, { layoutScope: LayoutScope; moves: Map<string, Point | null> }>();
  #sending: { name: string; layoutScope: LayoutScope; moves: Map<string, Point | null> } | null = null;
  /** A retry keeps its idempotency key, so that a lost answer does not store twice. */
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

  /** Stored pins of a layout scope. */
  load(layoutScope: LayoutScope, pins: ReadonlyMap<string, Point>): void {
    this.#stored.set(nameOfScope(layoutScope), pins);
    this.#tell();
  }

  /** Effective pins: stored ones overlaid by unsaved ones. The same map until something changes. */
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

  /** Shows a pin that is stored already, before the stored pins are read again. */
  show(layoutScope: LayoutScope, node: string, place: Point): void {
    this.load(layoutScope, new Map([...(this.#stored.get(nameOfScope(layoutScope)) ?? none), [node, place]]));
  }

  put(layoutScope: LayoutScope, moves: Moves): void {
    const name = nameOfScope(layoutScope);
    const waiting = this.#waiting.get(name) ?? { layoutScope, moves: new Map() };
    for (const [node, place] of moves) if (this.#around.nameOf(node)) waiting.moves.set(node, place);
    this.#waiting.set(name, waiting);
    this.#tell();
    this.#later(gatherMillis);
  }

  /** Saves at once, also after a refusal. */
  again = (): void => this.#later(0);

  /** Discards what the server refuses: those nodes return to their stored positions. */
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
    if (this.#sending || !next || !this.#around.maySave()) return;
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
      // Drags during the request are newer.
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
      this.#attempt = { text, input: { ...layoutScope, pins, unpin, idempotencyKey: randomId() } };
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
