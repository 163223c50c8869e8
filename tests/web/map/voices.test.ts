import { describe, expect, test } from "vitest";
import { voiceOf, voiceOfAll } from "../../../web/map/model/voices.ts";

const about = { id: "a" };
const says = (by: string | null, extent: number, lead: boolean | null = null) => ({
  by: by === null ? null : { id: by },
  about,
  extent,
  lead,
});

describe("who speaks of a part in an activity", () => {
  test("it alone, others alone, only our assessment", () => {
    expect(voiceOf([says("a", 0.5)])).toBe("own");
    expect(voiceOf([says("b", 0.5), says("c", 0.1)])).toBe("others");
    expect(voiceOf([says(null, 0.5)])).toBe("assessed");
    expect(voiceOf([says(null, 0.5), says("b", 0.5)])).toBe("others");
  });

  test("others agree up to a fifth apart, on their mean", () => {
    expect(voiceOf([says("a", 0.7), says("b", 0.9)])).toBe("agreed");
    expect(voiceOf([says("a", 0.7), says("b", 0.9), says("c", 0.5)])).toBe("agreed");
    expect(voiceOf([says("a", 0.7), says("b", 0.4)])).toBe("differing");
    expect(voiceOf([says("a", 0.7), says(null, 0.2)])).toBe("differing");
  });

  test("to lead for one and not to lead for another is to differ; to say nothing of it is not", () => {
    expect(voiceOf([says("a", 0.7, true), says("b", 0.7, false)])).toBe("differing");
    expect(voiceOf([says("a", 0.7, true), says("b", 0.7, null)])).toBe("agreed");
  });
});

test("of all that is claimed about an actor the gap decides; without its own word nothing agrees with it", () => {
  expect(voiceOfAll([says("a", 0.5)], null)).toBe("own");
  expect(voiceOfAll([says("a", 0.5), says("b", 0.6)], 0.1)).toBe("agreed");
  expect(voiceOfAll([says("a", 0.5), says("b", 0.9)], 0.4)).toBe("differing");
  expect(voiceOfAll([says("b", 0.9)], null)).toBe("others");
});
