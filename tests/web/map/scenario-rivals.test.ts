import { expect, test } from "vitest";
import { noRivalsIn } from "../../../web/pages/map/what-if/use-what-if.ts";

test("a scenario that gives the focal firm its first position draws its rivals; one that takes it says why it has none", () => {
  const unplaced = { title: "Us Works has no position on 28 Nov 2026", text: "Threats depend on its position." };
  const scenario = (threats: object | null, threatsReason: string | null) => ({ after: { threats, threatsReason } });
  expect(noRivalsIn(unplaced, scenario({ rivals: [] }, null))).toBeNull();
  expect(noRivalsIn(null, scenario(null, "Us Works has no position."))).toEqual({
    title: "No threats in this scenario",
    text: "Us Works has no position.",
  });
  // Without a scenario, and while it is computed or refused, the current facts say.
  expect(noRivalsIn(unplaced, null)).toBe(unplaced);
  expect(noRivalsIn(unplaced, { after: null })).toBe(unplaced);
  expect(noRivalsIn(null, null)).toBeNull();
});
