import type { RelationRecord } from "../../../cypher/model/document.ts";
import { addTo } from "../../shared/groups.ts";
import { keptFor } from "../../shared/memo.ts";
import { compareText } from "../../shared/order.ts";
import type { Facts } from "../../time/facts.ts";

/** A holding is an ownership with a share above this, or of unknown share. Source: docs/model.md, section 2, Groups. */
const MAJORITY = 0.5;
const isHolding = ({ share }: RelationRecord): boolean => share === undefined || share > MAJORITY;

/** Search tree from one actor: the last holding on the way to each other one. */
type Reached = ReadonlyMap<string, { from: string; holding: RelationRecord } | null>;

type Steps = ReadonlyMap<string, readonly { to: string; holding: RelationRecord }[]>;

function stepsOf(holdings: readonly RelationRecord[], bothWays: boolean): Steps {
  const steps = new Map<string, { to: string; holding: RelationRecord }[]>();
  const add = (from: string, to: string, holding: RelationRecord) => {
    addTo(steps, from, { to, holding });
  };
  for (const holding of holdings) {
    add(holding.from, holding.to, holding);
    if (bothWays) add(holding.to, holding.from, holding);
  }
  return steps;
}

/** Breadth first, for the shortest chain to each. */
function reach(start: string, steps: Steps): Reached {
  const reached = new Map<string, { from: string; holding: RelationRecord } | null>([[start, null]]);
  for (const from of reached.keys()) {
    for (const { to, holding } of steps.get(from) ?? []) if (!reached.has(to)) reached.set(to, { from, holding });
  }
  return reached;
}

function chainTo(end: string, reached: Reached): RelationRecord[] {
  const chain: RelationRecord[] = [];
  for (let step = reached.get(end); step; step = reached.get(step.from)) chain.push(step.holding);
  return chain;
}

/**
 * Groups of actors by ownership. An actor's group is every actor connected to it by a chain of holdings. Two actors are
 * kin if one owns the other in steps, or if a chain of holdings with known shares connects them: a common owner with
 * unknown shares makes a group, but not kin.
 */
export class Groups {
  readonly #down: Steps;
  readonly #stated: Steps;
  readonly #all: Steps;
  readonly #owned: ReadonlySet<string>;
  readonly #reachedDown = new Map<string, Reached>();
  readonly #reachedStated = new Map<string, Reached>();
  readonly #heads = new Map<string, string>();

  constructor(ownerships: readonly RelationRecord[]) {
    const holdings = ownerships.filter(isHolding);
    this.#down = stepsOf(holdings, false);
    this.#all = stepsOf(holdings, true);
    this.#stated = stepsOf(
      holdings.filter(({ share }) => share !== undefined),
      true,
    );
    this.#owned = new Set(holdings.map(({ to }) => to));
  }

  /** The member of an actor's group that no holding points to, the first by key; null when the actor is alone. */
  headOf(actor: string): string | null {
    if (!this.#all.has(actor)) return null;
    const known = this.#heads.get(actor);
    if (known !== undefined) return known;
    const members = [...reach(actor, this.#all).keys()].sort(compareText);
    const head = members.find((member) => !this.#owned.has(member)) ?? members[0]!;
    for (const member of members) this.#heads.set(member, head);
    return head;
  }

  areKin(a: string, b: string): boolean {
    return this.kinship(a, b) !== null;
  }

  /** The holdings that make two actors kin, by the shortest chain; null when they are not. */
  kinship(a: string, b: string): RelationRecord[] | null {
    // Shortcut: most actors have neither holdings nor owners.
    if (!this.#all.has(a) || !this.#all.has(b)) return null;
    const fromA = this.#downFrom(a);
    if (fromA.has(b)) return chainTo(b, fromA);
    const fromB = this.#downFrom(b);
    if (fromB.has(a)) return chainTo(a, fromB);
    const stated = this.#statedFrom(a);
    return stated.has(b) ? chainTo(b, stated) : null;
  }

  #downFrom(actor: string): Reached {
    const known = this.#reachedDown.get(actor) ?? reach(actor, this.#down);
    this.#reachedDown.set(actor, known);
    return known;
  }

  #statedFrom(actor: string): Reached {
    const known = this.#reachedStated.get(actor) ?? reach(actor, this.#stated);
    this.#reachedStated.set(actor, known);
    return known;
  }
}

const groupsByOwnerships = keptFor((ownerships: Facts["ownerships"]) => new Groups(ownerships));

/** Groups of a day, computed once for all measures, and for all days without a change of ownership. */
export const groupsOf = ({ ownerships }: Pick<Facts, "ownerships">): Groups => groupsByOwnerships(ownerships);
