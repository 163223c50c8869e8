import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { RecordKind } from "../../web/graphql/schema-types.ts";
import { matchName, type Names, plainName } from "../../web/quick-add/names.ts";
import { readLine } from "../../web/quick-add/read-line.ts";
import { readText } from "../../web/quick-add/read-text.ts";

const today = "2026-11-27";
const records: Partial<Record<RecordKind, Record<string, string>>> = {
  ACTORS: {
    flowsense: "Flowsense",
    "paper-mill": "Paper Mill",
    "giant-cloud": "Giant Cloud",
    rotor: "Rotor",
    kopaper: "Köpaper",
    "supplies-united": "Supplies United",
    "north-mill": "North Mill",
    "north-works": "North Works",
    sysco: "SysCo",
  },
  ACTIVITIES: {
    run: "Run the platform",
    maintain: "Maintain by condition",
    design: "Design and build",
    optimise: "Optimise energy",
  },
  STANDARDS: { pim: "PIM 2", gateway: "Mill Gateway Interface" },
  MOVES: { contracts: "Service contracts" },
};

/** As the search finds them: by any part of the name. */
const names: Names = (kind, name) =>
  matchName(
    name,
    Object.entries(records[kind] ?? {})
      .filter(([, label]) => plainName(label).includes(plainName(name)))
      .map(([key, label]) => ({ key, label })),
  );
const read = (line: string) => readLine(line, names, today);
const understood = (line: string) => {
  const { records, problems } = read(line);
  expect(problems).toEqual([]);
  return records.map(({ kind, fields }) => [kind, fields]);
};
const said = (line: string) =>
  read(line)
    .sentence.map(({ text }) => text)
    .join(" ");

const relation = (from: string, to: string, type: string, more = {}) => ["RELATIONS", { from, to, type, ...more }];

describe("a line is read as the record that it says", () => {
  test.each([
    ["Flowsense supplies Paper Mill", relation("flowsense", "paper-mill", "SUPPLIES")],
    ["flowsense  SUPPLIES  paper mill", relation("flowsense", "paper-mill", "SUPPLIES")],
    ["Paper Mill is supplied by Flowsense", relation("flowsense", "paper-mill", "SUPPLIES")],
    ["Flowsense supplies Paper Mill, volume 1,200", relation("flowsense", "paper-mill", "SUPPLIES", { volume: 1200 })],
    ["Giant Cloud owns Rotor 55 %", relation("giant-cloud", "rotor", "OWNS", { share: 0.55 })],
    ["Rotor is owned by Giant Cloud", relation("giant-cloud", "rotor", "OWNS")],
    ["Rotor partners with Kopaper", relation("rotor", "kopaper", "PARTNERS_WITH")],
    ["Rotor competes with Flowsense", relation("rotor", "flowsense", "COMPETES_WITH")],
    ["Rotor depends on Giant Cloud", relation("rotor", "giant-cloud", "DEPENDS_ON")],
    ['"Supplies United" supplies Rotor', relation("supplies-united", "rotor", "SUPPLIES")],
    [
      "Rotor depends on Giant Cloud since 12 Mar 2026 until 2027-01-31 confidence 80 %",
      relation("rotor", "giant-cloud", "DEPENDS_ON", {
        validFrom: "2026-03-12",
        validTo: "2027-01-31",
        confidence: 0.8,
      }),
    ],
    [
      "Giant Cloud leads Run the platform 0.6 since 12 Mar 2026",
      ["CLAIMS", { about: "giant-cloud", activity: "run", lead: true, extent: 0.6, validFrom: "2026-03-12" }],
    ],
    ["Rotor does Maintain 40 %", ["CLAIMS", { about: "rotor", activity: "maintain", extent: 0.4 }]],
    [
      "Rotor takes part in Design and build 1 according to itself",
      ["CLAIMS", { about: "rotor", activity: "design", extent: 1, by: "rotor" }],
    ],
    [
      "Rotor leads Maintain .3 according to Paper Mill",
      ["CLAIMS", { about: "rotor", activity: "maintain", lead: true, extent: 0.3, by: "paper-mill" }],
    ],
    ["Rotor adopts PIM 2", ["ADOPTIONS", { actor: "rotor", standard: "pim", extent: 1 }]],
    ["Rotor adopts PIM 2 0.5", ["ADOPTIONS", { actor: "rotor", standard: "pim", extent: 0.5 }]],
    [
      "Rotor launches Service contracts 10 Feb 2026 touches Maintain, impact 4",
      [
        "MOVES",
        {
          actor: "rotor",
          type: "LAUNCH",
          title: "Service contracts",
          date: "2026-02-10",
          activities: ["maintain"],
          impact: 4,
        },
      ],
    ],
    [
      "Rotor enters the Gulf on 3 May 2026 touches Design and build, Maintain and Optimise energy",
      [
        "MOVES",
        {
          actor: "rotor",
          type: "ENTRY",
          title: "Enters the Gulf",
          date: "2026-05-03",
          activities: ["design", "maintain", "optimise"],
        },
      ],
    ],
    ["Rotor buys Tiuru", ["MOVES", { actor: "rotor", type: "ACQUISITION", title: "Buys Tiuru", date: today }]],
    [
      "Rotor launches a portal touches Maintain 2 Jun 2026",
      ["MOVES", { actor: "rotor", type: "LAUNCH", title: "A portal", date: "2026-06-02", activities: ["maintain"] }],
    ],
    [
      "SysCo answers Service contracts with Own contracts 1 Mar 2026, planned",
      [
        "RESPONSES",
        { actor: "sysco", move: "contracts", date: "2026-03-01", title: "Own contracts", status: "PLANNED" },
      ],
    ],
    [
      "SysCo responds to Service contracts, under way",
      ["RESPONSES", { actor: "sysco", move: "contracts", date: today, status: "UNDER_WAY" }],
    ],
  ])("%s", (line, record) => expect(understood(line)).toEqual([record]));
});

test("new actors are several records, each of the kind that is said of it", () =>
  expect(understood("+ Rotor AG, Vibra GmbH as service provider, Quill as startup")).toEqual([
    ["ACTORS", { name: "Rotor AG", kinds: ["OTHER"] }],
    ["ACTORS", { name: "Vibra GmbH", kinds: ["SERVICE_PROVIDER"] }],
    ["ACTORS", { name: "Quill", kinds: ["START_UP"] }],
  ]));

describe("what was understood is said in whole names and dates", () => {
  test.each([
    [
      "rotor does maintain 0.4 since mar 2026",
      "Rotor takes part in Maintain by condition extent 40 of 100 since 1 Mar 2026",
    ],
    ["Paper Mill is supplied by Flowsense since 2023", "Paper Mill is supplied by Flowsense since 1 Jan 2023"],
    ["Rotor launches Vision 2030", "Rotor launches Vision 2030 on 27 Nov 2026 (today)"],
    ["Rotor launches A portal", "Rotor launches A portal on 27 Nov 2026 (today)"],
    ["Paper Mill is supplied by Flowsense", "Paper Mill is supplied by Flowsense"],
  ])("%s", (line, sentence) => expect(said(line)).toBe(sentence));
});

describe("what was not understood is marked where it stands, and nothing is made of the line", () => {
  test.each([
    ["Flowsense supplies Nobody", ["Nobody", "There is no actor “Nobody”."]],
    ["Flowsense supplies North", ["North", "Several are called so. Which actor is it?"]],
    ["Flowsense supplies Mill", ["Mill", "There is no actor “Mill”."]],
    ["Flowsense supplies", ["", "The name of an actor is missing."]],
    ["Flowsense Paper Mill", ["Flowsense Paper Mill", "No verb that quick add knows, such as “supplies”."]],
    ["Rotor leads Maintain", ["", "Add the extent from 0 to 1, such as 0.6."]],
    ["Rotor leads Maintain 1.5", ["1.5", "Extent must be at most 1."]],
    ["Rotor leads Maintain 0.5 since soon", ["soon", "This is no date: write it as 12 Mar 2026."]],
    ["Rotor leads Maintain 0.5 since 31 Feb 2026", ["31 Feb 2026", "This is no date: write it as 12 Mar 2026."]],
    ["Rotor launches A portal 31 Feb 2026", ["31 Feb 2026", "There is no such date."]],
    ["Rotor launches A portal, impact 9", ["9", "Impact must be at most 5."]],
    ["Rotor launches A portal, impact high", ["high", "Impact must be a number."]],
    ["Rotor launches 3 May 2026", ["", "Say in a few words what the move is."]],
    ["Rotor partners with Flowsense 0.3", ["0.3", "A number is not understood here."]],
    ["+ Rotor", ["Rotor", "There is an actor “Rotor” already."]],
    ["+ Vibra as wizard", ["wizard", "“wizard” is no kind of actor."]],
    ["+", ["", "Type the names of new actors, separated by commas."]],
  ])("%s", (line, problem) => {
    const { problems, records } = read(line);
    expect(problems.map(({ from, to, message }) => [line.slice(from, to), message])).toEqual([problem]);
    expect(records).toEqual([]);
  });

  test("with the records that may be meant, best first", () =>
    expect(read("Flowsense supplies North").problems[0]!.candidates.map(({ label }) => label)).toEqual([
      "North Mill",
      "North Works",
    ]));
});

test("while a name is looked up, nothing is made of the line and nothing is wrong with it", () =>
  expect(readLine("Flowsense supplies Paper Mill", () => undefined, today)).toMatchObject({
    records: [],
    problems: [],
    isPending: true,
  }));

describe("a pasted list", () => {
  test("makes one record of each line that is understood, and leaves the others", () => {
    const lines = readText("Flowsense supplies Rotor\n\nFlowsense likes Rotor\nRotor adopts PIM 2\n", names, today);
    expect(lines.map(({ records, problems, start }) => [records.length, problems.length, start])).toEqual([
      [1, 0, 0],
      [0, 1, 26],
      [1, 0, 48],
    ]);
  });

  test("names actors that another of its lines adds", () => {
    const [first, second] = readText(
      "Vibra & Söhne supplies Rotor\n+ Vibra & Söhne as analyst, Quill",
      names,
      today,
    ).map(({ records, problems }) => [...records, ...problems]);
    expect(second).toMatchObject([{ message: "“analyst” is no kind of actor." }]);
    expect(first).toMatchObject([{ fields: { from: "vibra-sohne", to: "rotor" } }]);
    const [, adding] = readText("Vibra supplies Rotor\n+ Vibra, Quill", names, today);
    expect(adding!.records.map(({ fields }) => fields)).toEqual([
      { key: "vibra", name: "Vibra", kinds: ["OTHER"] },
      { name: "Quill", kinds: ["OTHER"] },
    ]);
  });
});

test("every example of the documentation is understood", () => {
  const examples = [...readFileSync("docs/quick-add.md", "utf8").matchAll(/^\| `([^`]+)` \|/gm)].map(
    ([, line]) => line!,
  );
  expect(examples.length).toBeGreaterThan(15);
  for (const line of examples) expect([line, read(line).problems]).toEqual([line, []]);
});
