import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentRules } from "../../../api/changes/check/document-rules.ts";
import { planImport } from "../../../api/changes/check/plan.ts";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { interventions, interventionTypes, offeredChanges } from "../../../api/measures/coherence/interventions.ts";
import { maxChanges, type WhatIfChanges } from "../../../api/measures/what-if/changes.ts";
import { whatIf } from "../../../api/measures/what-if/what-if.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import type { ClaimRecord, EcosystemDocument } from "../../../cypher/model/document.ts";
import { AS_OF, activity, actor, ecosystem, factsOf } from "../measures/support.ts";

const own = (by: string, on: string, more: Partial<ClaimRecord> = {}): ClaimRecord => ({
  by,
  about: by,
  activity: on,
  extent: 1,
  lead: true,
  ...more,
});
const document = ecosystem({
  actors: [actor("f"), actor("r"), actor("c", "CUSTOMER")],
  activities: [activity("j1", { serviceness: 0 }), activity("j2", { serviceness: 1 })],
  claims: [own("f", "j1"), own("r", "j1"), own("f", "j2", { extent: 0.5, lead: false })],
  relations: [
    { from: "f", to: "r", type: "DEPENDS_ON" },
    { from: "f", to: "c", type: "SUPPLIES" },
  ],
});
const attempt = (changes: WhatIfChanges, of: EcosystemDocument = document) =>
  whatIf(of, changes, { asOf: AS_OF }, { rules: documentRules });
const seed: EcosystemDocument = JSON.parse(readFileSync(new URL("../../../seed/sysco.json", import.meta.url), "utf8"));
const seedDay = { asOf: "2026-11-23" };

describe("what if nothing were changed", () => {
  it("nothing differs", () => {
    const { issues, differences, changes, before, after } = attempt({});
    expect({ issues, differences, changes }).toEqual({ issues: [], differences: [], changes: [] });
    expect(after!.coherence).toEqual(before.coherence);
  });
});

describe("what if an intervention were made", () => {
  it("each that the seed offers, of all six kinds, raises the score by exactly its gain", () => {
    const offered = interventions(factsInForce(seed, seedDay));
    expect(new Set(offered.map(({ kind }) => kind))).toEqual(new Set(interventionTypes.map(({ kind }) => kind)));
    for (const { kind } of interventionTypes) {
      for (const it of offered.filter((each) => each.kind === kind).slice(0, 4)) {
        const { before, after, issues } = whatIf(seed, { interventions: [it] }, seedDay, { rules: documentRules });
        expect(issues).toEqual([]);
        expect(after!.coherence.score! - before.coherence.score!).toBeCloseTo(it.gain, 9);
      }
    }
  });

  it("its facts could be imported as they are", () => {
    const offered = interventions(factsInForce(seed, seedDay)).filter(({ isIdeal }) => !isIdeal);
    const { after, changes, issues } = whatIf(seed, { interventions: offered.slice(0, 60) }, seedDay, {
      rules: documentRules,
    });
    expect(issues).toEqual([]);
    expect(changes.length).toBeGreaterThanOrEqual(60);
    expect(planImport(seed, after!.document, true).errors).toEqual([]);
  });

  it("an ideal settles the value and is drawn so, and changes no fact", () => {
    const { after, changes, differences } = attempt({ interventions: [{ kind: "SETTLE_BOUNDARY", key: "j1" }] });
    expect(changes).toEqual([]);
    expect(after!.boundaries[0]).toMatchObject({ activity: "j1", status: "SHARED", value: 1, leads: ["f", "r"] });
    // Boundaries ½ and 0, joint development 0: the mean of 25 and 0 points, then of 50 and 0.
    expect(differences[0]).toMatchObject({ before: 0.125, after: 0.25 });
    expect(differences.map(({ kind, label, was, becomes }) => [kind, label, was, becomes])).toEqual([
      // Two of seven dimensions are known: the range comes first, never one number.
      ["COHERENCE", "Coherence", "4–75 (too little is known: 29\u00a0%)", "7–79 (too little is known: 29\u00a0%)"],
      ["DIMENSION", "Boundaries", "25.0", "50.0"],
      ["ITEM", "J1", "50.0", "100.0"],
      ["BOUNDARY", "J1", "contested, F, R", "shared, F, R"],
    ]);
  });

  it("an initiative joins both in force from the day that is looked at, and settles their boundary", () => {
    const { changes, after } = attempt({ interventions: [{ kind: "START_INITIATIVE", key: "f~r" }] });
    expect(changes).toEqual([
      {
        kind: "initiatives",
        put: {
          key: "joint-initiative",
          name: "Joint initiative of F and R",
          participants: ["f", "r"],
          startedOn: AS_OF,
        },
      },
    ]);
    expect(after!.boundaries[0]).toMatchObject({ status: "SHARED", value: 1 });
  });

  it("an agreement of the very day is amended, since of two begun on one day the last key counts", () => {
    const shared = ecosystem({
      actors: [actor("f"), actor("c", "CUSTOMER")],
      relations: [{ from: "f", to: "c", type: "SUPPLIES" }],
      agreements: [{ key: "z", provider: "f", customer: "c", security: false, validFrom: AS_OF }],
    });
    const { before, after, changes } = attempt({ interventions: [{ kind: "SIGN_AGREEMENT", key: "f>c" }] }, shared);
    // One condition is refused, three are unknown and count half: (3/2)/4.
    expect([before.coherence.score, after!.coherence.score]).toEqual([0.375, 1]);
    expect(changes).toMatchObject([{ kind: "agreements", put: { key: "z", security: true, benefit: true } }]);
  });

  it("an agreement that wants nothing but willingness is not listed, can be tried, and says that nothing changes", () => {
    const agreed = factsOf({
      actors: [actor("f"), actor("c", "CUSTOMER")],
      relations: [{ from: "f", to: "c", type: "SUPPLIES" }],
      profiles: [{ actor: "c", dataSharing: 3 }],
      agreements: [
        { key: "z", provider: "f", customer: "c", security: true, ownership: true, contract: true, benefit: true },
      ],
    });
    expect(interventions(agreed)).toEqual([]);
    expect(offeredChanges(agreed, coherence(agreed))).toMatchObject([
      {
        kind: "SIGN_AGREEMENT",
        gain: 0,
        changes: ["F and C have already agreed on every condition of sharing data; nothing changes."],
      },
    ]);
  });

  it("an item that it makes known stays out of the score, and is named", () => {
    const sideBySide = ecosystem({
      actors: ["a", "b", "f"].map((key) => actor(key)),
      standards: ["s", "t"].map((key) => ({ key, name: key, status: "PUBLISHED" })),
      interfaces: [
        { key: "i1", a: "a", b: "b", candidates: ["s", "t"] },
        { key: "i2", a: "a", b: "b", candidates: ["s"] },
      ],
      adoptions: ["a", "b"].map((it) => ({ actor: it, standard: "t", extent: 0 })),
    });
    const { before, after, leftOut, changes } = attempt(
      { interventions: [{ kind: "ADOPT_STANDARD", key: "i1+s" }] },
      sideBySide,
    );
    const standards = (it: typeof before) => it.coherence.dimensions.find(({ kind }) => kind === "STANDARDS");
    expect([standards(before), standards(after!)]).toMatchObject([
      // Of s nothing is recorded: both may adopt it, which would be all of i1 too.
      { score: 0, coverage: 0.5, low: 0, high: 1 },
      { score: 1, coverage: 0.5, low: 0.5, high: 1 },
    ]);
    expect(leftOut).toMatchObject([{ dimension: "STANDARDS", item: { key: "i2", value: 1 } }]);
    expect(changes).toEqual(
      ["a", "b"].map((it) => ({
        kind: "adoptions",
        put: { actor: it, standard: "s", extent: 1, validFrom: AS_OF },
      })),
    );
  });

  it("one that is not offered, or stands twice, is refused by its place", () => {
    const asked = (...list: NonNullable<WhatIfChanges["interventions"]>) =>
      attempt({ interventions: list }).issues.map(({ path }) => path);
    expect(asked({ kind: "SETTLE_BOUNDARY", key: "j1" }, { kind: "SETTLE_BOUNDARY", key: "j3" })).toEqual([
      "/interventions/1",
    ]);
    const withdrawn = ecosystem({
      actors: ["a", "b", "f"].map((key) => actor(key)),
      standards: [{ key: "w", name: "W", status: "WITHDRAWN" }],
      interfaces: [{ key: "i", a: "a", b: "b", candidates: ["w"] }],
      adoptions: ["a", "b"].map((it) => ({ actor: it, standard: "w", extent: 0 })),
    });
    expect(
      attempt({ interventions: [{ kind: "ADOPT_STANDARD", key: "i+w" }] }, withdrawn).issues.map(({ path }) => path),
    ).toEqual(["/interventions/0"]);
    const settle = { kind: "SETTLE_BOUNDARY" as const, key: "j1" };
    expect(asked(settle, settle)).toEqual(["/interventions/1"]);
  });
});

describe("what if facts were others", () => {
  it("a claim put in place of another changes position, boundary, coherence and threat, and the document stays", () => {
    const copy = structuredClone(document);
    const { differences, after } = attempt({ put: { claims: [{ ...own("r", "j1"), extent: 0.2, lead: false }] } });
    expect(differences[0]).toMatchObject({ before: 0.125, after: 0.25 });
    expect(differences.map(({ kind, key, was, becomes }) => [kind, key, was, becomes])).toEqual([
      ["COHERENCE", "", "4–75 (too little is known: 29\u00a0%)", "7–79 (too little is known: 29\u00a0%)"],
      ["DIMENSION", "BOUNDARIES", "25.0", "50.0"],
      ["ITEM", "j1", "50.0", "100.0"],
      ["BOUNDARY", "j1", "contested, F, R", "agreed, F"],
      // All of O = 2/3, then 2/15, which weighs 0.35, and of which the unknown barrier leaves ¾.
      ["THREAT", "r", "17.5, moderate, could be severe", "3.5, low, could be high"],
    ]);
    expect(after!.document.claims).toHaveLength(3);
    expect(document).toEqual(copy);
  });

  it("records are read as in a document: null is absent, and blanks around a text are no part of it", () => {
    const claim = own("r", "j1", { extent: 0.2 });
    const plain = attempt({ put: { claims: [claim] } });
    const written = attempt({ put: { claims: [{ ...claim, by: " r ", confidence: null }] } });
    expect(written.differences).toEqual(plain.differences);
    expect(written.differences).not.toEqual([]);
  });

  it("an unknown item that a fact makes known is counted", () => {
    const { before, after } = attempt({ put: { profiles: [{ actor: "c", dataSharing: 5 }] } });
    const sharing = (it: typeof before) => it.coherence.dimensions.find(({ kind }) => kind === "DATA_SHARING")!.score;
    expect([sharing(before), sharing(after!)]).toEqual([null, 0.5]);
  });

  it("interventions are made on what the facts leave", () => {
    const changes: WhatIfChanges = {
      put: { stances: [1, 5].map((position, i) => ({ actor: ["f", "r"][i], topic: "t", position })), topics: [topic] },
      interventions: [{ kind: "ALIGN_EXPECTATIONS", key: "t" }],
    };
    expect(attempt(changes).after!.coherence.dimensions[0]).toMatchObject({ score: 1 });
    expect(attempt({ interventions: changes.interventions! }).issues).toHaveLength(1);
  });
  const topic = { key: "t", name: "T" };

  it("a removed record takes its figures with it", () => {
    const { differences } = attempt({ remove: [{ kind: "claims", key: "r|r|j1|" }] });
    expect(differences.filter(({ kind }) => kind === "BREADTH" || kind === "THREAT")).toMatchObject([
      { key: "r", before: 1, after: null, becomes: "no position", subjects: [{ kind: "actors", key: "r" }] },
      { key: "r", after: null, becomes: "no threat" },
    ]);
  });

  it("a focal firm left without a position leaves no threats, and it is said why", () => {
    const { after } = attempt({ remove: ["f|f|j1|", "f|f|j2|"].map((key) => ({ kind: "claims", key })) });
    expect(after).toMatchObject({ threats: null, threatsReason: expect.stringContaining('"f" has no position') });
  });

  it("a focal firm that is asked for may get its first position from the scenario, and needs one before or after", () => {
    const first = { put: { claims: [own("c", "j1")] } };
    const asked = (changes: WhatIfChanges) =>
      whatIf(document, changes, { asOf: AS_OF }, { rules: documentRules, threat: { focal: "c" } });
    const { before, after, differences } = asked(first);
    expect(before).toMatchObject({ threats: null, threatsReason: expect.stringContaining('"c" has no position') });
    expect(after!.threats!.rivals.map(({ rival }) => rival)).toEqual(["f", "r"]);
    expect(differences.filter(({ kind }) => kind === "THREAT")).toMatchObject([
      { key: "f", before: null, was: "no threat" },
      { key: "r", before: null, was: "no threat" },
    ]);
    expect(() => asked({})).toThrow(expect.objectContaining({ code: "FOCAL_WITHOUT_POSITION" }));
  });

  it.each<[string, WhatIfChanges, string[]]>([
    ["a value out of range", { put: { claims: [own("f", "j1", { extent: 3 })] } }, ["/put/claims/0/extent"]],
    ["a reference to nothing", { put: { claims: [own("x", "j1")] } }, ["/put/claims/0/by", "/put/claims/0/about"]],
    ["a record twice", { put: { claims: [own("f", "j1"), own("f", "j1", { extent: 0.1 })] } }, ["/put/claims/1"]],
    ["a collection that does not exist", { put: { wishes: [] } }, ["/put/wishes"]],
    ["a head of its own", { put: { ecosystem: { key: "x", name: "X" } } }, ["/put/ecosystem"]],
    ["a list in place of an object", { put: [own("f", "j1")] }, ["/put"]],
    ["a removal of nothing", { remove: [{ kind: "claims", key: "f|f|j9|" }] }, ["/remove/0"]],
    [
      "a removal of what others refer to",
      { remove: [{ kind: "activities", key: "j2" }] },
      ["stored claim f|f|j2|/activity"],
    ],
    ["a relation with itself", { put: { relations: [{ from: "f", to: "f", type: "OWNS" }] } }, ["/put/relations/0/to"]],
    ["a move of no claim", { moveClaims: [{ claim: undefined, to: "r" }] }, ["/moveClaims/0/claim"]],
    ["a move to nobody", { moveClaims: [{ claim: "f|f|j1|", to: "x" }] }, ["/moveClaims/0/to"]],
    ["a move to where it is", { moveClaims: [{ claim: "f|f|j1|", to: "f" }] }, ["/moveClaims/0/to"]],
    [
      "too much at once",
      { remove: Array.from({ length: maxChanges + 1 }, () => ({ kind: "claims" as const, key: "x" })) },
      [""],
    ],
  ])("refuses %s, and says where", (_what, changes, paths) => {
    const { issues, after, differences } = attempt(changes);
    expect(issues.map(({ path }) => path)).toEqual(paths);
    for (const { message } of issues) expect(message).toMatch(/^[A-Z].{10,}\.$/);
    expect([after, differences]).toEqual([null, []]);
  });
});

describe("what if a claim were another actor's", () => {
  const move = (claims: ClaimRecord[], claim: string, to: string) =>
    attempt({ moveClaims: [{ claim, to }] }, { ...document, claims }).after!.document.claims;

  it("an own claim becomes the other's own, with extent, lead and days, and without evidence", () => {
    const claim = own("f", "j1", { extent: 0.4, validFrom: "2020-01-01", confidence: 0.3, evidence: [] });
    expect(move([claim], "f|f|j1|2020-01-01", "r")).toEqual([own("r", "j1", { extent: 0.4, validFrom: "2020-01-01" })]);
  });

  it("versions of other days go too, and of the other's own claims the larger extent stays", () => {
    const claims = [
      own("f", "j1", { extent: 0.4, validFrom: "2020-01-01" }),
      own("f", "j1", { extent: 0.1 }),
      own("r", "j1", { extent: 0.7, lead: false }),
      own("r", "j2"),
    ];
    expect(move(claims, "f|f|j1|2020-01-01", "r")).toEqual([
      own("r", "j2"),
      own("r", "j1", { extent: 0.7, validFrom: "2020-01-01" }),
    ]);
  });

  it("what a third says, or we assess, stays theirs and ours", () => {
    const said: ClaimRecord = { by: "c", about: "f", activity: "j1", extent: 1, lead: true };
    const assessed: ClaimRecord = { about: "f", activity: "j1", extent: 1 };
    expect(move([said, assessed], "c|f|j1|", "r")).toEqual([assessed, { ...said, about: "r" }]);
    expect(move([said, assessed], "|f|j1|", "r")).toEqual([said, { ...assessed, about: "r" }]);
  });
});
