import { expect, test } from "vitest";
import { planImport } from "../../../api/changes/check/plan.ts";
import { formatNamed } from "../../../api/changes/imports/formats/formats.ts";
import type { AnyRecord, EcosystemDocument } from "../../../cypher/model/document.ts";
import { identityOf, recordKindNames } from "../../../cypher/model/record-kinds.ts";

const landscape = (members: string[], tools: string[]) =>
  `landscape:
  - name: Members
    subcategories:
      - name: Gold
        items: [${members.join(", ")}]
  - name: Tools
    subcategories:
      - name: Build
        items: [${tools.join(", ")}]
`;
const reading = (content: string, replaceFile = false, name = "landscape.yml") =>
  formatNamed("LANDSCAPE2").read(content, { ecosystem: "x", replaceFile, name });

/** The ecosystem after an import into it. */
function after(stored: EcosystemDocument, content: string, replaceFile = false, name?: string) {
  const { document, isDropped, warnings, account } = reading(content, replaceFile, name).into!(stored);
  const plan = planImport(stored, document, isDropped ?? false);
  expect(plan.errors).toEqual([]);
  const result: EcosystemDocument = { ...stored };
  for (const kind of recordKindNames) {
    const records = new Map(
      (stored[kind] ?? []).map((record): [string, AnyRecord] => [identityOf(kind, record), record]),
    );
    for (const change of plan.changes)
      if (change.kind === kind) {
        if (change.after) records.set(change.key, change.after);
        else records.delete(change.key);
      }
    Object.assign(result, { [kind]: [...records.values()] });
  }
  return { result, plan, warnings, account: account! };
}
const names = (document: EcosystemDocument) => ({
  actors: document.actors!.map(({ name }) => name).sort(),
  offerings: document.offerings!.map(({ name }) => name).sort(),
});
const acme = "{name: Acme (member), homepage_url: 'https://acme.example/'}";
const first = landscape(
  [acme, "{name: Beta}"],
  ["{name: Hammer, organization: {name: Acme}, project: sandbox}", "{name: Saw}"],
);
const second = landscape([acme], ["{name: Hammer, organization: {name: Acme}, project: graduated}", "{name: Plane}"]);

test("a changed file adds what is new; what it says no more stays", () => {
  const { result } = after(reading(first).document, second);
  expect(names(result)).toEqual({
    actors: ["Acme", "Beta", "Plane", "Saw"],
    offerings: ["Hammer", "Plane", "Saw"],
  });
  expect(result.evidence!.find(({ key }) => key === "landscape-file")!.excerpt!.split("\n")).toHaveLength(2);
});

test("replacing what the file said removes only what rested on it alone", () => {
  const { document } = reading(first);
  const stored: EcosystemDocument = {
    ...document,
    evidence: [...document.evidence!, { key: "report", title: "Annual report" }],
    actors: [
      ...document.actors!.map((actor) =>
        actor.name === "Beta" ? { ...actor, country: "FI", evidence: [...actor.evidence!, "report"] } : actor,
      ),
      { key: "ours", name: "Ours", kinds: ["MANUFACTURER"] },
    ],
    relations: [{ from: "ours", to: "saw", type: "DEPENDS_ON" }],
  };
  const { result, warnings } = after(stored, second, true, "landscape-2026.yml");
  expect(names(result)).toEqual({ actors: ["Acme", "Beta", "Ours", "Plane", "Saw"], offerings: ["Hammer", "Plane"] });
  // Beta rests on the report now; Saw is needed by a relation that a person made.
  expect(result.actors!.find(({ name }) => name === "Beta")).toMatchObject({ country: "FI", evidence: ["report"] });
  expect(warnings).toContainEqual({
    path: "",
    message: expect.stringMatching(/^actor “Saw” stays, since a relation .* refers to it\.$/),
  });
  expect(result.offerings!.find(({ name }) => name === "Hammer")!.labels).toEqual(["graduated"]);
  expect(result.evidence!.find(({ key }) => key === "landscape-file")).toMatchObject({ title: "landscape-2026.yml" });
});

test("a stored actor keeps what is known of it and gets what the file adds; a match is told", () => {
  const stored: EcosystemDocument = {
    format: "ecosystem/1",
    ecosystem: { key: "x", name: "Tools", focal: "acme-group" },
    evidence: [{ key: "report", title: "Annual report" }],
    actors: [
      {
        key: "acme-group",
        name: "Acme Group",
        kinds: ["MANUFACTURER"],
        description: "Makes hammers.",
        website: "https://www.acme.example/about",
        labels: ["local"],
        evidence: ["report"],
      },
      { key: "beta-ltd", name: "Beta Ltd", kinds: ["OTHER"] },
    ],
  };
  const { result, warnings, account, plan } = after(stored, first);
  expect(plan.head).toEqual(stored.ecosystem);
  expect(result.actors!.slice(0, 2)).toEqual([
    {
      ...stored.actors![0]!,
      kinds: ["MANUFACTURER", "SOFTWARE_PROVIDER"],
      labels: ["local", "Members", "Gold", "member"],
      evidence: ["report", "landscape-file", "landscape-file.acme-member"],
    },
    {
      key: "beta-ltd",
      name: "Beta Ltd",
      kinds: ["OTHER"],
      labels: ["Members", "Gold"],
      evidence: ["landscape-file", "landscape-file.beta"],
    },
  ]);
  expect(account.matched.map(({ what }) => what)).toContain("Stored actors by website domain");
  expect(warnings.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(
      /“Beta” \(line 5, column \d+\) is taken as the stored actor “Beta Ltd” \(beta-ltd\) by the name alone\./,
    ),
  );
  expect(account.leftOut.map(({ what }) => what)).toContain("website of stored actors");
});

test("two landscapes of one ecosystem are told apart by the names of their files", () => {
  const { result } = after(
    reading(first, false, "one.yml").document,
    landscape([], ["{name: Drill}"]),
    false,
    "two.yml",
  );
  expect(result.evidence!.filter(({ key }) => !key.includes(".")).map(({ key, title }) => [key, title])).toEqual([
    ["landscape-file", "one.yml"],
    ["landscape-file-two-yml", "two.yml"],
  ]);
  const { result: without } = after(result, landscape([], ["{name: Screw}"]), true, "two.yml");
  expect(names(without).offerings).toEqual(["Hammer", "Saw", "Screw"]);
  expect(() => reading(first, true, "three.yml").into!(result)).toThrow(/several landscapes \(one\.yml, two\.yml\)/);
});
