import { describe, expect, it } from "vitest";
import { boundaries } from "../../../api/measures/boundary/boundary.ts";
import { positions } from "../../../api/measures/position/position.ts";
import type { ClaimRecord, EcosystemDocument } from "../../../cypher/model/document.ts";
import { activity, actor, factsOf } from "./support.ts";

const actors = ["a", "b", "c", "d"].map((key) => actor(key));

describe("positions", () => {
  it("are our assessment's, else the actor's own, else the mean of the others'", () => {
    const facts = factsOf({
      actors,
      activities: [activity("j1", { serviceness: 0 }), activity("j2", { serviceness: 1 }), activity("j3")],
      claims: [
        { about: "a", activity: "j1", extent: 0.9 },
        { by: "a", about: "a", activity: "j1", extent: 0.5, lead: true },
        { by: "b", about: "a", activity: "j1", extent: 0.1 },
        { by: "c", about: "a", activity: "j1", extent: 0.2 },
        { by: "a", about: "a", activity: "j2", extent: 0.3 },
        { by: "b", about: "a", activity: "j3", extent: 0.4 },
        { by: "c", about: "a", activity: "j3", extent: 0.8 },
        { by: "b", about: "b", activity: "j1", extent: 0 },
      ],
    });
    const [position, ...none] = positions(facts);
    expect(none).toEqual([]);
    expect(position!.extents.map((it) => [it.activity, it.own, it.lead])).toEqual([
      ["j1", 0.5, true],
      ["j2", 0.3, false],
      ["j3", null, false],
    ]);
    expect(position!.extents.map((it) => it.extent)).toEqual([0.9, 0.3, expect.closeTo(0.6, 12)]);
    expect(position!.servitization).toBeCloseTo(0.3 / 1.2, 12);
    expect(position!.breadth).toBeCloseTo(1.8 ** 2 / (0.81 + 0.09 + 0.36), 12);
    expect(position!.perceptionGap).toBeCloseTo(0.35, 12);
  });

  it("come from offerings by half where no claim says how far", () => {
    const offering = (key: string, provider: string, activities: string[]) => ({
      key,
      name: key,
      provider,
      type: "PRODUCT" as const,
      activities,
      evidence: [key],
    });
    const facts = factsOf({
      actors,
      activities: [activity("j1", { serviceness: 0 }), activity("j2", { serviceness: 1 })],
      claims: [
        { by: "a", about: "a", activity: "j1", extent: 1 },
        { by: "b", about: "b", activity: "j1", extent: 0 },
      ],
      offerings: [offering("o1", "a", ["j1", "j2"]), offering("o2", "b", ["j1"]), offering("o3", "c", ["j2", "j1"])],
    });
    expect(positions(facts).map((it) => [it.actor, it.servitization])).toEqual([
      // (1·0 + ½·1) / 1.5
      ["a", expect.closeTo(1 / 3, 12)],
      ["c", 0.5],
    ]);
    expect(positions(facts)[0]!.extents).toMatchObject([
      { activity: "j1", extent: 1, low: 1, high: 1, source: "OWN" },
      { activity: "j2", extent: 0.5, low: 0, high: 1, source: "OFFERING", own: null, others: null, lead: false },
    ]);
  });

  it("have no servitization where no activity says how much it is a service, and no gap with one voice only", () => {
    const facts = factsOf({
      actors,
      activities: [activity("j")],
      claims: [{ by: "a", about: "a", activity: "j", extent: 1 }],
    });
    expect(positions(facts)).toMatchObject([{ servitization: null, breadth: 1, perceptionGap: null }]);
  });
});

it("a breadth is no less a number where the extents are next to nothing", () => {
  const claims = ["j1", "j2"].map((it) => ({ about: "a", activity: it, extent: 1e-200 }));
  const facts = factsOf({ actors, activities: [activity("j1"), activity("j2")], claims });
  expect(positions(facts)).toMatchObject([{ breadth: 2 }]);
});

const own = (about: string, lead = true, extent = 1): ClaimRecord => ({
  by: about,
  about,
  activity: "j",
  extent,
  lead,
});
const says = (by: string | undefined, about: string): ClaimRecord => ({
  ...(by && { by }),
  about,
  activity: "j",
  extent: 1,
  lead: true,
});
const boundaryOf = (claims: ClaimRecord[], more: Partial<EcosystemDocument> = {}) => {
  const [boundary] = boundaries(factsOf({ actors, activities: [activity("j")], claims, ...more }));
  return [boundary!.status, boundary!.value, boundary!.leads, boundary!.attributed];
};

describe("boundaries", () => {
  it("are unknown while nobody says who leads, or only with extent 0", () => {
    expect(boundaryOf([])).toEqual(["UNKNOWN", null, [], []]);
    expect(boundaryOf([{ by: "a", about: "a", activity: "j", extent: 1 }])).toEqual(["UNKNOWN", null, [], []]);
    expect(boundaryOf([own("a", true, 0)])).toEqual(["UNKNOWN", null, [], []]);
  });

  it("are unclaimed when all who take part say that they do not lead", () => {
    expect(boundaryOf([own("a", false)])).toEqual(["UNCLAIMED", 0, [], []]);
    const part: ClaimRecord = { by: "b", about: "b", activity: "j", extent: 0.2 };
    expect(boundaryOf([own("a", false), part])).toEqual(["UNKNOWN", null, [], []]);
    expect(boundaryOf([own("a", false), { ...part, lead: false }])).toEqual(["UNCLAIMED", 0, [], []]);
    expect(boundaryOf([own("a", false), { ...part, extent: 0 }])).toEqual(["UNCLAIMED", 0, [], []]);
    // That b has no part in it is our assessment, and counts before what b says.
    const assessed = { about: "b", activity: "j", extent: 0 };
    expect(boundaryOf([own("a", false), part, assessed])).toEqual(["UNCLAIMED", 0, [], []]);
  });

  it("are unknown while the provider of an offering has not said whether it leads", () => {
    const offerings = [{ key: "o", name: "O", provider: "b", type: "PRODUCT" as const, activities: ["j"] }];
    expect(boundaryOf([own("a", false)], { offerings })).toEqual(["UNKNOWN", null, [], []]);
    expect(boundaryOf([own("a", false), own("b", false)], { offerings })).toEqual(["UNCLAIMED", 0, [], []]);
  });

  it("are attributed while one who is named has not said so, and disputed when all who are named deny it", () => {
    expect(boundaryOf([says("b", "a")])).toEqual(["ATTRIBUTED", null, [], ["a"]]);
    expect(boundaryOf([says(undefined, "a")])).toEqual(["ATTRIBUTED", null, [], ["a"]]);
    expect(boundaryOf([says("b", "a"), own("a", false)])).toEqual(["DISPUTED", 0, [], ["a"]]);
    expect(boundaryOf([says("b", "a"), own("a", false), says("a", "c")])).toEqual(["ATTRIBUTED", null, [], ["a", "c"]]);
  });

  it("are joined by kin: by a majority of the shares, or all of them when none is stated", () => {
    const owns = (from: string, to: string, share?: number) => ({
      from,
      to,
      type: "OWNS" as const,
      ...(share && { share }),
    });
    const statusWith = (...relations: ReturnType<typeof owns>[]) => boundaryOf([own("a"), own("b")], { relations })[0];
    expect(statusWith(owns("b", "a", 0.5))).toBe("CONTESTED");
    expect(statusWith(owns("b", "a", 0.51))).toBe("SHARED");
    // In steps, through others.
    expect(statusWith(owns("b", "c"), owns("c", "a"))).toBe("SHARED");
    // A common owner makes kin only where its shares are stated.
    expect(statusWith(owns("c", "a", 0.6), owns("c", "b", 0.7))).toBe("SHARED");
    expect(statusWith(owns("c", "a", 0.6), owns("c", "b"))).toBe("CONTESTED");
  });

  it("count each further party that is named, also one that is allied to a lead of each side", () => {
    // p = 1 + 2 · (1 − 0)
    expect(boundaryOf([own("a"), says("d", "b"), says("d", "c")])).toEqual(["DISPUTED", 1 / 3, ["a"], ["b", "c"]]);
    // d, whom a names, is allied to b and c: one further party less. p = 2 + 1 · (1 − 0)
    const ally = (from: string, to: string) => ({ from, to, type: "PARTNERS_WITH" as const });
    expect(
      boundaryOf([own("a"), own("b"), says("a", "d"), says("a", "c")], { relations: [ally("d", "a"), ally("d", "b")] }),
    ).toEqual(["CONTESTED", 1 / 3, ["a", "b"], ["c", "d"]]);
  });

  it("are contested by two leads, shared when these are aligned, agreed with one", () => {
    expect(boundaryOf([own("a"), own("b")])).toEqual(["CONTESTED", 0.5, ["a", "b"], []]);
    expect(boundaryOf([own("a"), own("b")], { relations: [{ from: "b", to: "a", type: "OWNS" }] })[0]).toBe("SHARED");
    expect(
      boundaryOf([own("a"), own("b")], { initiatives: [{ key: "i", name: "I", participants: ["a", "b"] }] })[0],
    ).toBe("SHARED");
    expect(boundaryOf([own("a"), says("b", "a")])).toEqual(["AGREED", 1, ["a"], []]);
  });

  it("are not joined by an ally that is not in the set", () => {
    const relations = [
      { from: "a", to: "c", type: "PARTNERS_WITH" as const },
      { from: "c", to: "b", type: "PARTNERS_WITH" as const },
    ];
    expect(boundaryOf([own("a"), own("b")], { relations })[0]).toBe("CONTESTED");
  });

  it("are disputed as far as others name somebody else", () => {
    // one lead, one other named, one of two voices names the lead: p = 1 + 1 · (1 − 1/2)
    expect(boundaryOf([own("a"), says("c", "b"), says(undefined, "a")])).toEqual(["DISPUTED", 1 / 1.5, ["a"], ["b"]]);
    // two leads and one other, whom the only voice names: p = 2 + 1
    expect(boundaryOf([own("a"), own("b"), says("d", "c")])).toEqual(["CONTESTED", 1 / 3, ["a", "b"], ["c"]]);
  });

  it("are agreed when the one whom others name is allied to the lead", () => {
    const relations = [{ from: "a", to: "b", type: "PARTNERS_WITH" as const }];
    expect(boundaryOf([own("a"), says("c", "b")], { relations })).toEqual(["AGREED", 1, ["a"], ["b"]]);
  });
});
