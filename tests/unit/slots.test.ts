import { expect, test } from "vitest";
import { Slots } from "../../cypher/slots.ts";

test("one more than there are slots waits its turn, and is turned away when that takes too long", async () => {
  const slots = new Slots(2, 30);
  expect(await Promise.all([slots.take(), slots.take()])).toEqual([true, true]);
  expect(await slots.take()).toBe(false);

  const order: string[] = [];
  const waiting = ["first", "second"].map((name) => slots.take().then((had) => order.push(`${name} ${had}`)));
  slots.give();
  await waiting[0];
  slots.give();
  await waiting[1];
  expect(order).toEqual(["first true", "second true"]);

  // Nobody waits any more: what is given back is free for whoever comes.
  slots.give();
  expect(await slots.take()).toBe(true);
  expect(await slots.take()).toBe(false);
});
