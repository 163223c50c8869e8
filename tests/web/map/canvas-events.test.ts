import { expect, test } from "vitest";
import { Emitter } from "../../../web/map/canvas/events.ts";

interface Events {
  moved: [x: number, y: number];
  ended: [];
}

test("an event reaches all who listen to it, with its arguments, and nobody else", () => {
  const emitter = new Emitter<Events>();
  const heard: unknown[] = [];
  emitter.on("moved", (x, y) => heard.push([x, y]));
  emitter.on("moved", (x) => heard.push(x));
  emitter.on("ended", () => heard.push("ended"));
  emitter.emit("moved", 1, 2);
  expect(heard).toEqual([[1, 2], 1]);
});

test("who has stopped listening, or listens once, hears no more, also where that happens while an event is told", () => {
  const emitter = new Emitter<Events>();
  const heard: string[] = [];
  emitter.once("ended", () => heard.push("once"));
  const stop = emitter.on("ended", () => {
    heard.push("until stopped");
    stop();
  });
  emitter.on("ended", () => heard.push("always"));
  emitter.emit("ended");
  emitter.emit("ended");
  expect(heard).toEqual(["once", "until stopped", "always", "always"]);
});
