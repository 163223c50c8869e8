import { describe, expect, test } from "vitest";
import { voiceOf, voiceOfAll } from "../../../api/measures/position/voice.ts";
import type { ClaimRecord } from "../../../cypher/model/document.ts";

const says = (by: string | null, extent: number, lead: boolean | null = null): ClaimRecord => ({
  ...(by !== null && { by }),
  about: "a",
  activity: "j",
  extent,
  ...(lead !== null && { lead }),
});

describe("who speaks of a part in an activity", () => {
  test("it alone, others alone, only our assessment", () => {
    expect(voiceOf([says("a", 0.5)])).toBe("SELF_REPORTED");
    expect(voiceOf([says("b", 0.5), says("c", 0.1)])).toBe("BY_OTHERS");
    expect(voiceOf([says(null, 0.5)])).toBe("ASSESSED");
    expect(voiceOf([says(null, 0.5), says("b", 0.5)])).toBe("BY_OTHERS");
  });

  test("nobody, where no claim says anything", () => expect([voiceOf([]), voiceOfAll([], null)]).toEqual([null, null]));

  test("others agree up to a fifth apart, on their mean", () => {
    expect(voiceOf([says("a", 0.7), says("b", 0.9)])).toBe("CONFIRMED");
    expect(voiceOf([says("a", 0.7), says("b", 0.9), says("c", 0.5)])).toBe("CONFIRMED");
    expect(voiceOf([says("a", 0.7), says("b", 0.4)])).toBe("DISPUTED");
    expect(voiceOf([says("a", 0.7), says(null, 0.2)])).toBe("DISPUTED");
  });

  test("to lead for one and not to lead for another is to differ; to say nothing of it is not", () => {
    expect(voiceOf([says("a", 0.7, true), says("b", 0.7, false)])).toBe("DISPUTED");
    expect(voiceOf([says("a", 0.7, true), says("b", 0.7, null)])).toBe("CONFIRMED");
  });
});

test("of all that is claimed about an actor the gap decides; without its own word nothing agrees with it", () => {
  expect(voiceOfAll([says("a", 0.5)], null)).toBe("SELF_REPORTED");
  expect(voiceOfAll([says("a", 0.5), says("b", 0.6)], 0.1)).toBe("CONFIRMED");
  expect(voiceOfAll([says("a", 0.5), says("b", 0.9)], 0.4)).toBe("DISPUTED");
  expect(voiceOfAll([says("b", 0.9)], null)).toBe("BY_OTHERS");
});
