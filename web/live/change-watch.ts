import { type Client, composeExchanges, type Exchange, mapExchange, subscriptionExchange } from "urql";
import type { ConnectionWatch } from "../graphql/connection.ts";
import { latestChangesQuery } from "./live.graphql.ts";
import { Redraw, type Scope } from "./redraw.ts";
import { type Change, SharedChanges } from "./shared-changes.ts";

interface Sink {
  next(value: { data: object }): void;
}
interface Followed {
  changes: SharedChanges;
  redraw: Redraw;
  sinks: Record<Scope, Set<Sink>>;
}

/** Kinds that are drawn, and judge nothing. */
const layoutKinds: ReadonlySet<string> = new Set(["LAYOUT", "VIEWS"]);

const scopeOf = ({ changed }: Change): Scope =>
  changed && changed.length > 0 && changed.every(({ kind }) => layoutKinds.has(kind)) ? "layout" : "facts";

/**
 * Transport of subscriptions: one stream for all tabs (SharedChanges), told to the client at most once a second. Its
 * results make urql's cache read again whatever names the types of their context.
 */
export class ChangeWatch {
  readonly #followed = new Map<string, Followed>();
  readonly #listeners = new Set<() => void>();
  readonly #redraws = new Map<string, number>();
  /** Keys of queries under way. */
  readonly #asked = new Set<number>();
  /** Queries that were under way at a redraw: their answers may be of before it. */
  readonly #overtaken = new Map<number, () => void>();
  #latest: { key: string; change: Change } | null = null;
  #client: Client | null = null;

  constructor(private readonly connection: ConnectionWatch) {}

  readonly exchange: Exchange = (input) => {
    this.#client = input.client;
    return composeExchanges([
      mapExchange({
        onOperation: ({ kind, key }) => {
          if (kind === "query") this.#asked.add(key);
          else if (kind === "teardown") this.#forget(key);
        },
        onResult: ({ operation }) => {
          if (operation.kind === "query") this.#answered(operation.key);
        },
      }),
      subscriptionExchange({
        forwardSubscription: ({ operationName, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: this.#follow(
              variables as { key: string; after: number },
              operationName === "LayoutChanged" ? "layout" : "facts",
              sink as Sink,
            ),
          }),
        }),
      }),
    ])(input);
  };

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The latest change of facts of an ecosystem that is followed; null before the first. */
  latest = (): { key: string; change: Change } | null => this.#latest;

  /** How often the facts of an ecosystem were to be read again: for what is loaded page by page. */
  redraws = (key: string): number => this.#redraws.get(key) ?? 0;

  #answered(key: number): void {
    const redraw = this.#overtaken.get(key);
    this.#forget(key);
    redraw?.();
  }

  #forget(key: number): void {
    this.#asked.delete(key);
    this.#overtaken.delete(key);
  }

  #follow({ key, after }: { key: string; after: number }, scope: Scope, sink: Sink): () => void {
    const followed = this.#followed.get(key) ?? this.#begin(key, after);
    this.#followed.set(key, followed);
    followed.sinks[scope].add(sink);
    return () => {
      followed.sinks[scope].delete(sink);
      if (followed.sinks.facts.size + followed.sinks.layout.size > 0) return;
      followed.changes.stop();
      followed.redraw.stop();
      this.#followed.delete(key);
    };
  }

  #begin(key: string, after: number): Followed {
    const sinks: Followed["sinks"] = { facts: new Set(), layout: new Set() };
    const redraw = new Redraw((scopes) => this.#draw(key, sinks, redraw, scopes));
    const changes = new SharedChanges(key, after, {
      connection: this.connection,
      poll: () => this.#poll(key),
      onChange: (change) => {
        const scope = scopeOf(change);
        redraw.mark(scope);
        if (scope === "layout") return;
        this.#latest = { key, change };
        this.#notify();
      },
      onDeleted: () => redraw.mark("facts"),
    });
    return { changes, redraw, sinks };
  }

  #draw(key: string, sinks: Followed["sinks"], redraw: Redraw, scopes: ReadonlySet<Scope>): void {
    for (const query of this.#asked)
      this.#overtaken.set(query, () => {
        for (const scope of scopes) redraw.mark(scope);
      });
    if (scopes.has("facts")) this.#redraws.set(key, this.redraws(key) + 1);
    const data = { ecosystemChanged: { __typename: "EcosystemChange" } };
    for (const scope of scopes) for (const sink of sinks[scope]) sink.next({ data });
    this.#notify();
  }

  async #poll(key: string): Promise<{ revision: number; changes: readonly Change[] } | null> {
    const answer = await this.#client
      ?.query(latestChangesQuery, { key }, { requestPolicy: "network-only" })
      .toPromise();
    const found = answer?.error ? null : answer?.data?.ecosystem;
    return found ? { ...found, changes: found.changes.map((change) => ({ ...change, changed: null })) } : null;
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}
