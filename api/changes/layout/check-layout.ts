import type { LayoutPinRecord, Lens } from "../../../cypher/model/document.ts";
import type { PinnedKind } from "../../../cypher/model/enums/pinned-kind.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import { InvalidInput } from "../../shared/domain-errors.ts";

export interface LayoutInput {
  lens: Lens;
  /** Null or absent: the lens's own layout. */
  view?: string | null | undefined;
  pins: readonly { kind: PinnedKind; key: string; x: number; y: number }[];
  unpin: readonly { kind: PinnedKind; key: string }[];
}

const maxPins = 10_000;
/** Limit far beyond any canvas, so that no pin is out of sight. */
const maxCoordinate = 1_000_000;

const identity = ({ lens, view }: LayoutInput, { kind, key }: { kind: PinnedKind; key: string }): string =>
  identityOf("layout", { lens, ...(view && { view }), kind, key, x: 0, y: 0 });

/**
 * A layout change as records to store and identities to remove. Pure. Refuses invalid changes: too many at once, a
 * coordinate that is not a number, a duplicate record.
 */
export function checkLayout(input: LayoutInput): { pins: Map<string, LayoutPinRecord>; unpinned: Set<string> } {
  const count = input.pins.length + input.unpin.length;
  if (count > maxPins) throw new InvalidInput(`These are ${count} pins: send at most ${maxPins} at a time.`);
  const pins = new Map<string, LayoutPinRecord>();
  for (const { kind, key, x, y } of input.pins) {
    const name = `${kind.toLowerCase()} "${key}"`;
    for (const [axis, value] of [["x", x] as const, ["y", y] as const])
      if (!(Math.abs(value) <= maxCoordinate))
        throw new InvalidInput(
          `${axis} of ${name} is ${value}: give a number from -${maxCoordinate} to ${maxCoordinate}.`,
        );
    const pin: LayoutPinRecord = { lens: input.lens, ...(input.view && { view: input.view }), kind, key, x, y };
    const pinIdentity = identity(input, pin);
    if (pins.has(pinIdentity)) throw new InvalidInput(`${name} appears twice among the pins: keep one.`);
    pins.set(pinIdentity, pin);
  }
  const unpinned = new Set(input.unpin.map((named) => identity(input, named)));
  for (const named of input.unpin)
    if (pins.has(identity(input, named)))
      throw new InvalidInput(`${named.kind.toLowerCase()} "${named.key}" is both pinned and unpinned: choose one.`);
  return { pins, unpinned };
}
