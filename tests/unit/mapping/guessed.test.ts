import { expect, test } from "vitest";
import { scaleOf } from "../../../api/changes/imports/mapping/guess-columns.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { mapped, tableFrom, theFile } from "../../support/mapped.ts";

const evidence = [theFile.key];
const small: EcosystemDocument = {
  format: "ecosystem/1",
  ecosystem: { key: "mills", name: "Mills", focal: "works" },
  actors: [
    {
      key: "works",
      name: "Machine Works Oy",
      kinds: ["MANUFACTURER"],
      country: "FI",
      website: "https://works.example.com",
    },
    { key: "mill", name: "Paper Mill", kinds: ["CUSTOMER"] },
  ],
  activities: [{ key: "maintain", name: "Maintenance" }],
};

test("a supplier list becomes relations with volumes, and what it says of the suppliers", () => {
  const { of, mapping, skipped } = mapped(
    "Supplier;Country;Purchase volume (EUR)\nBolts GmbH;Deutschland;1.200.000,50\nGears AB;Schweden;30.000,00\n",
    { stored: small },
  );
  expect(mapping.sheets[0]).toMatchObject({
    kind: "relations",
    fields: { to: { constant: "Machine Works Oy" }, type: { constant: "SUPPLIES" } },
  });
  expect(of("relations")).toEqual([
    { from: "bolts-gmbh", to: "works", type: "SUPPLIES", volume: 1_200_000.5, evidence },
    { from: "gears-ab", to: "works", type: "SUPPLIES", volume: 30_000, evidence },
  ]);
  expect(of("actors")).toEqual([
    { key: "bolts-gmbh", name: "Bolts GmbH", kinds: ["OTHER"], country: "DE", evidence },
    { key: "gears-ab", name: "Gears AB", kinds: ["OTHER"], country: "SE", evidence },
  ]);
  expect(skipped).toEqual([]);
});

test("a relation that the file says the other way round is turned", () => {
  const { of, mapping } = mapped(
    "Company,Relation,Partner company\nMachine Works,Supplied by,Bolts Ltd\nMachine Works,Competes with,Rival Inc\n",
    {
      stored: small,
    },
  );
  expect(mapping.sheets[0]!.fields.type).toMatchObject({ reversed: ["Supplied by"] });
  expect(of("relations")).toEqual([
    { from: "bolts-ltd", to: "works", type: "SUPPLIES", evidence },
    { from: "works", to: "rival-inc", type: "COMPETES_WITH", evidence },
  ]);
});

test("a column of relations says something of an end only where its header names the end", () => {
  const fieldsOf = (csv: string) => {
    const { mapping, leftOut, of } = mapped(csv, { stored: small });
    const fields = Object.entries(mapping.sheets[0]!.fields).map(([name, { columns }]) => [name, columns.join()]);
    return { fields: Object.fromEntries(fields), leftOut: leftOut.map(({ what }) => what), types: of("relations") };
  };
  for (const header of ["Type", "Kind", "Label", "Role"]) {
    const { fields, leftOut, types } = fieldsOf(
      `From,To,${header},Relation\nAlpha,Beta,Software,supplies\nGamma,Alpha,Customer,partner\n`,
    );
    expect(fields).toEqual({ from: "From", to: "To", type: "Relation" });
    expect(leftOut).toEqual([`Column “${header}”`]);
    expect(types).toMatchObject([{ type: "SUPPLIES" }, { type: "PARTNERS_WITH" }]);
  }
  const { fields, leftOut } = fieldsOf(
    "Supplier country,Supplier,Supplier type,Customer,Customer (kind),Land,Relation\nFI,Alpha,Software,Beta,Customer,SE,supplies\n",
  );
  expect(fields).toEqual({
    from: "Supplier",
    to: "Customer",
    type: "Relation",
    "from.country": "Supplier country",
    "from.kinds": "Supplier type",
    "to.kinds": "Customer (kind)",
  });
  expect(leftOut).toEqual(["Column “Land”"]);
  expect(fieldsOf("From,To,From type,Target role\nAlpha,Beta,Software,Customer\n").fields).toEqual({
    from: "From",
    to: "To",
    type: "",
    "from.kinds": "From type",
    "to.kinds": "Target role",
  });
});

test("a competitor matrix with ticks becomes claims on activities", () => {
  const { of, mapping } = mapped("Firm,Maintenance,Remote control,Spare parts\nMachine Works,x,,✓\nRival,yes,no,\n", {
    stored: small,
  });
  expect(mapping.sheets[0]).toMatchObject({ kind: "claims", matrix: { field: "activity", value: "extent" } });
  expect(of("claims")).toEqual([
    { about: "works", activity: "maintain", extent: 1, evidence },
    { about: "works", activity: "spare-parts", extent: 1, evidence },
    { about: "rival", activity: "maintain", extent: 1, evidence },
    { about: "rival", activity: "remote-control", extent: 0, evidence },
  ]);
  expect(of("activities").map((it) => (it as { name: string }).name)).toEqual(["Spare parts", "Remote control"]);
});

test("a survey of grades becomes stances on topics", () => {
  const { of } = mapped(
    "Stakeholder,Should data be shared?,Who pays for sensors?,Is one platform needed?\nMill,4,2,5\nWorks,1,3,2\n",
  );
  expect(of("stances")).toHaveLength(6);
  expect(of("stances")[0]).toEqual({ actor: "mill", topic: "should-data-be-shared", position: 4, evidence });
});

test("a list of firms in German is read with decimal commas, countries, dates and kinds", () => {
  const { of, skipped } = mapped(
    "Firmenname;Land;Gegründet;Mitarbeiter;Webseite;Art;Seit\nKöln Maschinen GmbH;Deutschland;1987;1.250;www.koeln.example;Hersteller;31.12.2020\nÖresund AB;Dänemark;2001;12;;Kunde;01.02.2021\n",
  );
  expect(skipped).toEqual([]);
  expect(of("actors")).toEqual([
    {
      key: "koln-maschinen-gmbh",
      name: "Köln Maschinen GmbH",
      kinds: ["MANUFACTURER"],
      country: "DE",
      founded: 1987,
      employees: 1250,
      website: "https://www.koeln.example",
      validFrom: "2020-12-31",
      evidence,
    },
    {
      key: "oresund-ab",
      name: "Öresund AB",
      kinds: ["CUSTOMER"],
      country: "DK",
      founded: 2001,
      employees: 12,
      validFrom: "2021-02-01",
      evidence,
    },
  ]);
});

test("an ambiguous date is asked about, one that shows the order settles its column", () => {
  const asked = mapped("Name,Country,Valid from\nA,FI,03/04/2025\nB,SE,05/06/2025\n");
  expect(asked.of("actors")).toHaveLength(2);
  expect(asked.skipped).toEqual([
    {
      sheet: null,
      row: 2,
      column: "Valid from",
      message: "“03/04/2025” may begin with the day or the month: say which order the dates have.",
    },
    {
      sheet: null,
      row: 3,
      column: "Valid from",
      message: "“05/06/2025” may begin with the day or the month: say which order the dates have.",
    },
  ]);
  const told = mapped("Name,Country,Valid from\nA,FI,03/04/2025\n", {
    change: (it) => {
      it.sheets[0]!.fields.validFrom!.dates = "MDY";
      return it;
    },
  });
  expect(told.of("actors")[0]).toMatchObject({ validFrom: "2025-03-04" });
  const settled = mapped("Name,Country,Valid from\nA,FI,03/04/2025\nB,SE,25/06/2025\n");
  expect(settled.of("actors").map((it) => (it as { validFrom: string }).validFrom)).toEqual([
    "2025-04-03",
    "2025-06-25",
  ]);
});

test("extents are read on the scale that the column has", () => {
  const csv = (values: string[]) =>
    `Actor,Activity,Extent\n${values.map((value, at) => `A,Act ${at},${value}`).join("\n")}\n`;
  const extents = (values: string[]) =>
    mapped(csv(values))
      .of("claims")
      .map((it) => (it as { extent: number }).extent);
  expect(extents(["0.2", "1", "0"])).toEqual([0.2, 1, 0]);
  expect(extents(["20", "100", "0"])).toEqual([0.2, 1, 0]);
  expect(extents(["1", "3", "5"])).toEqual([0, 0.5, 1]);
  expect(extents(["20%", "100 %"])).toEqual([0.2, 1]);
});

test("a Kumu workbook of two sheets becomes actors and relations, with tags by pipe", () => {
  const sheet = (name: string, csv: string) => ({ ...tableFrom(csv), sheet: name });
  const { of, mapping, skipped } = mapped([
    sheet("Elements", "Label,Type,Tags,Description\nAcme,Manufacturer,big|old,Makes pumps\nMill,Customer,,\n"),
    sheet(
      "Connections",
      "From,To,Direction,Label,Type,Tags\nAcme,Mill,directed,pumps,Supplies,\nMill,Newcomer,undirected,,Partner,\n",
    ),
  ]);
  expect(mapping.sheets.map(({ kind }) => kind)).toEqual(["actors", "relations"]);
  expect(skipped).toEqual([]);
  expect(of("actors")).toEqual([
    {
      key: "acme",
      name: "Acme",
      kinds: ["MANUFACTURER"],
      description: "Makes pumps",
      labels: ["big", "old"],
      evidence,
    },
    { key: "mill", name: "Mill", kinds: ["CUSTOMER"], evidence },
    { key: "newcomer", name: "Newcomer", kinds: ["OTHER"], evidence },
  ]);
  expect(of("relations")).toEqual([
    { from: "acme", to: "mill", type: "SUPPLIES", evidence },
    { from: "mill", to: "newcomer", type: "PARTNERS_WITH", evidence },
  ]);
});

test("columns are told by their cells where the header says nothing: words of one list, countries, addresses", () => {
  const { of, mapping } = mapped(
    "Who,Sector,Seat,Where to read,Listed at\n" +
      "Acme,Manufacturer,Germany,https://acme.example,https://directory.example/acme\n" +
      "Mill,Customer,Spain,https://mill.example,https://directory.example/mill\n" +
      "Flow,Software,Finland,https://flow.example,https://directory.example/flow\n",
  );
  const { kinds, country, website, labels } = mapping.sheets[0]!.fields;
  expect([kinds, country, website, labels].map((source) => source?.columns)).toEqual([
    ["Sector"],
    ["Seat"],
    ["Where to read"],
    undefined,
  ]);
  expect(of("actors").map((row) => (row as { kinds: string[] }).kinds)).toEqual([
    ["MANUFACTURER"],
    ["CUSTOMER"],
    ["SOFTWARE_PROVIDER"],
  ]);
});

test("types of relations are read in German, Finnish, French and Spanish", () => {
  const { of, skipped } = mapped(
    "Von;Nach;Beziehung\nA;B;beliefert\nC;D;kilpailija\nE;F;fournisseur de\nG;H;propietario de\nI;J;beliefert von\n",
  );
  expect(skipped).toEqual([]);
  expect(of("relations").map((row) => Object.values(row).slice(0, 3).join(" "))).toEqual([
    "a b SUPPLIES",
    "c d COMPETES_WITH",
    "e f SUPPLIES",
    "g h OWNS",
    "j i SUPPLIES",
  ]);
});

test("the scale of a matrix is told however many cells it has", () => {
  const cells = Array.from({ length: 200_000 }, (_, at) => String(at % 101));
  expect(scaleOf(cells)).toBe("0-100");
  expect(scaleOf(cells.map((cell) => String(Number(cell) / 20)))).toBe("0-5");
});

test("a name of several lines is one line, where it is meant too; a long text keeps its lines", () => {
  const firms =
    'Name,Country,Description\n"Alpha\nPumps",DE,"Casts.\nMills."\nAlpha Pumps,DE,\n"Beta\n\n  Valves",FI,\n';
  const { of, leftOut } = mapped(firms);
  expect(of("actors")).toMatchObject([
    { key: "alpha-pumps", name: "Alpha Pumps", description: "Casts.\nMills." },
    { key: "beta-valves", name: "Beta Valves" },
  ]);
  expect(leftOut).toMatchObject([{ what: "Rows of the same actor", count: 1 }]);
  const pairs = mapped('From,To,Relation\n"Alpha\nPumps",Beta  Valves,supplies\nBeta Valves,Alpha Pumps,owns\n');
  expect(pairs.of("actors").map((row) => (row as { name: string }).name)).toEqual(["Alpha Pumps", "Beta Valves"]);
  expect(pairs.of("actors")).not.toContainEqual(expect.objectContaining({ aliases: expect.anything() }));
});

test("a name that nobody sees is none, and an end far ahead is open", () => {
  const { of, skipped } = mapped(
    "name;kind;valid to\n\u200b\u200b;Customer;\nGrey Mill;Customer;31.12.9999\nBlue Paper;Customer;31.12.2026\n",
  );
  expect(of("actors").map((row) => Object.values(row).join(" "))).toEqual([
    "grey-mill Grey Mill CUSTOMER file-list-csv",
    "blue-paper Blue Paper CUSTOMER 2026-12-31 file-list-csv",
  ]);
  expect(skipped.map(({ row, message }) => `${row}: ${message}`)).toEqual([
    "2: An actor needs a name: the row has none.",
    "3: The end on 9999-12-31 is read as open: it is after 2200.",
  ]);
});
