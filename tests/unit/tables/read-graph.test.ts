import { expect, test } from "vitest";
import { gexf } from "../../../api/changes/imports/formats/gexf.ts";
import { graphml } from "../../../api/changes/imports/formats/graphml.ts";
import { UnreadableFile } from "../../../api/changes/imports/issue.ts";
import { tableOf } from "../../../api/changes/imports/tables/find-header.ts";
import { mapped, theFile } from "../../support/mapped.ts";

const evidence = [theFile.key];
const bytes = (text: string) => new TextEncoder().encode(text);
const ofGraphMl = (text: string) => mapped(graphml.sheets(bytes(text)).map((sheet) => tableOf(sheet)!));
const ofGexf = (text: string) => mapped(gexf.sheets(bytes(text)).map((sheet) => tableOf(sheet)!));

test("plain GraphML: attributes by name, keys without a name or with the same one told apart", () => {
  const { of, leftOut } = ofGraphMl(`<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="d0" for="node" attr.name="name"/><key id="d1" for="node" attr.name="country"/>
    <key id="d2" for="node"/><key id="d3" for="node" attr.name="country"/><key id="d4" for="edge" attr.name="type"/>
    <graph edgedefault="directed">
      <node id="n1"><data key="d0">Acme &amp; Co</data><data key="d1">FI</data><data key="d2">?1</data></node>
      <node id="n2"><data key="d0">Mill</data><data key="d1">SE</data><data key="d3">NO</data></node>
      <edge source="n1" target="n2"><data key="d4">supplies</data></edge>
    </graph></graphml>`);
  expect(of("actors")).toEqual([
    { key: "n1", name: "Acme & Co", kinds: ["OTHER"], country: "FI", evidence },
    { key: "n2", name: "Mill", kinds: ["OTHER"], country: "SE", evidence },
  ]);
  expect(of("relations")).toEqual([{ from: "n1", to: "n2", type: "SUPPLIES", evidence }]);
  expect(leftOut.map(({ what }) => what)).toEqual(["Column “d2”", "Column “country (2)”"]);
});

test("a text that looks like a number stays as it is written", () => {
  const { of } = ofGexf(`<gexf><graph><attributes class="node"><attribute id="0" title="Description"/></attributes>
    <nodes><node id="1.250" label="Version 7"><attvalues><attvalue for="0" value="2.500"/></attvalues></node>
      <node id="1.25" label="Version 8"/></nodes></graph></gexf>`);
  expect(of("actors")).toMatchObject([{ name: "Version 7", description: "2.500" }, { name: "Version 8" }]);
});

test("ids are names where no node has one, as networkx writes, and numbers have a decimal point", () => {
  const { of, skipped } = ofGraphMl(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="d1" for="edge" attr.name="weight" attr.type="double"/>
    <graph edgedefault="directed"><node id="Alpha Pumps"/><node id="Beta Mill"/>
      <edge source="Alpha Pumps" target="Beta Mill"><data key="d1">1.125</data></edge></graph></graphml>`);
  expect(of("actors")).toEqual([
    { key: "alpha-pumps", name: "Alpha Pumps", kinds: ["OTHER"], evidence },
    { key: "beta-mill", name: "Beta Mill", kinds: ["OTHER"], evidence },
  ]);
  expect(of("relations")).toMatchObject([{ from: "alpha-pumps", to: "beta-mill", volume: 1.125 }]);
  expect(skipped).toEqual([]);
});

test("GraphML of yEd has its names in what it draws", () => {
  const { of } = ofGraphMl(`<graphml xmlns:y="http://www.yworks.com/xml/graphml">
    <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
    <graph edgedefault="directed" id="G">
      <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30" width="30" x="1.5" y="2"/><y:NodeLabel>Acme<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
      <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Mill</y:NodeLabel></y:ShapeNode></data></node>
      <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>owns</y:EdgeLabel></y:PolyLineEdge></data></edge>
    </graph></graphml>`);
  expect(of("actors")).toMatchObject([
    { key: "n0", name: "Acme" },
    { key: "n1", name: "Mill" },
  ]);
  expect(of("relations")).toMatchObject([{ from: "n0", to: "n1" }]);
});

/** A file of yEd with these nodes and edges. */
const yEd = (...parts: string[]) => `<graphml xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">${parts.join("")}</graph></graphml>`;
const yEdLabels = (what: string, labels: string[]) => labels.map((it) => `<y:${what}>${it}</y:${what}>`).join("");
const yEdNode = (id: string, ...labels: string[]) =>
  `<node id="${id}"><data key="d6"><y:ShapeNode>${yEdLabels("NodeLabel", labels)}</y:ShapeNode></data></node>`;
const yEdEdge = (ends: [string, string], arrows: [string, string], ...labels: string[]) =>
  `<edge source="${ends[0]}" target="${ends[1]}"><data key="d10"><y:PolyLineEdge><y:Arrows source="${arrows[0]}" target="${arrows[1]}"/>${yEdLabels("EdgeLabel", labels)}</y:PolyLineEdge></data></edge>`;

test("an edge of yEd runs as its arrows are drawn: turned, both ways, or as it is written", () => {
  const ends = (arrows: [string, string]) =>
    ofGraphMl(yEd(yEdNode("a", "Acme"), yEdNode("b", "Mill"), yEdEdge(["a", "b"], arrows, "supplies")))
      .of("relations")
      .map((row) => Object.values(row).slice(0, 3).join(" "));
  expect(ends(["standard", "none"])).toEqual(["b a SUPPLIES"]);
  expect(ends(["white_delta", "crows_foot_many"])).toEqual(["b a SUPPLIES"]);
  expect(ends(["standard", "standard"])).toEqual(["a b SUPPLIES", "b a SUPPLIES"]);
  expect(ends(["none", "standard"])).toEqual(["a b SUPPLIES"]);
  expect(ends(["diamond", "none"])).toEqual(["a b SUPPLIES"]);
  expect(ends(["none", "none"])).toEqual(["a b SUPPLIES"]);
});

test("further labels of yEd and the group of a node are columns, and listed where the mapping takes nothing from them", () => {
  const group = (...inner: string[]) =>
    `<node id="g">${yEdNode("g::a", "Foundry", "Finland")}${inner.join("")}<data key="d6"><y:Realizers><y:GroupNode><y:NodeLabel>Suppliers</y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode></y:Realizers></data></node>`;
  const { of, leftOut } = ofGraphMl(
    yEd(
      group(yEdNode("g::b", "Mill")),
      yEdNode("c", "Works"),
      yEdEdge(["g::a", "c"], ["none", "standard"], "supplies", "40 %", "since May"),
    ),
  );
  expect(of("actors").map((row) => (row as { name: string }).name)).toEqual(["Foundry", "Mill", "Suppliers", "Works"]);
  expect(of("relations")).toMatchObject([{ type: "SUPPLIES" }]);
  expect(leftOut.map(({ what, count }) => `${what}: ${count}`)).toEqual([
    "Column “Label (2)”: 1",
    "Column “Group”: 2",
    "Column “Label (2)”: 1",
    "Column “Label (3)”: 1",
  ]);
});

test("what yEd draws stands beside attributes of the same name", () => {
  const { leftOut } = ofGraphMl(
    yEd(
      '<key for="node" id="d1" attr.name="Group"/><key for="node" id="d2" attr.name="label"/>',
      `<node id="g"><data key="d2">Suppliers</data><graph><node id="a"><data key="d1">1</data><data key="d2">Acme</data><data key="d6"><y:NodeLabel>Acme</y:NodeLabel><y:NodeLabel>FI</y:NodeLabel></data></node></graph></node>`,
    ),
  );
  expect(leftOut.map(({ what }) => what)).toEqual(["Column “Group”", "Column “Label (2)”", "Column “Group (2)”"]);
});

test("GEXF 1.2 and 1.3: attributes by title, start and end as validity, weight as volume", () => {
  for (const version of ["1.2draft", "1.3"]) {
    const { of, skipped } =
      ofGexf(`<gexf xmlns="http://gexf.net/${version}" xmlns:viz="http://gexf.net/${version}/viz" version="${version}">
      <graph mode="dynamic" defaultedgetype="directed">
        <attributes class="node"><attribute id="0" title="Country" type="string"/></attributes>
        <attributes class="edge"><attribute id="0" title="Confidence" type="double"/></attributes>
        <nodes>
          <node id="a" label="Acme" start="2020-01-01"><attvalues><attvalue for="0" value="Finland"/></attvalues><viz:position x="1" y="2"/></node>
          <node id="b" label="Mill"/>
        </nodes>
        <edges><edge id="0" source="a" target="b" weight="2.5" kind="supplies"><attvalues><attvalue for="0" value="0.8"/></attvalues></edge></edges>
      </graph></gexf>`);
    expect(skipped).toEqual([]);
    expect(of("actors")).toEqual([
      { key: "a", name: "Acme", kinds: ["OTHER"], country: "FI", validFrom: "2020-01-01", evidence },
      { key: "b", name: "Mill", kinds: ["OTHER"], evidence },
    ]);
    expect(of("relations")).toEqual([{ from: "a", to: "b", type: "SUPPLIES", volume: 2.5, confidence: 0.8, evidence }]);
  }
});

test("the label of an edge that has a relation besides is left out and listed", () => {
  const edges = (first: string, second: string) =>
    ofGexf(`<gexf><graph><attributes class="edge"><attribute id="r" title="Relation"/></attributes>
      <nodes><node id="a" label="Acme"/><node id="b" label="Mill"/></nodes><edges>
      <edge source="a" target="b" ${first}><attvalues><attvalue for="r" value="supplies"/></attvalues></edge>
      <edge source="b" target="a" ${second}><attvalues><attvalue for="r" value="partner"/></attvalues></edge>
      </edges></graph></gexf>`);
  for (const { of, skipped, leftOut } of [
    edges('label="Software"', 'label="Customer"'),
    edges('label="pumps 2024"', 'label="R&amp;D"'),
  ]) {
    expect(of("actors")).toMatchObject([{ kinds: ["OTHER"] }, { kinds: ["OTHER"] }]);
    expect(of("relations")).toMatchObject([{ type: "SUPPLIES" }, { type: "PARTNERS_WITH" }]);
    expect(skipped).toEqual([]);
    expect(leftOut).toEqual([{ what: "Column “Type”", count: 2, reason: "The mapping takes nothing from it." }]);
  }
  const { leftOut } = edges('kind="supplies" label="pumps"', 'kind="owns"');
  expect(leftOut.map(({ what }) => what)).toContain("Column “Label”");
});

test("broken XML, XML that is no graph and deep nesting are refused with what is wrong", () => {
  const problem = (text: string) => {
    try {
      graphml.sheets(bytes(text));
    } catch (error) {
      if (error instanceof UnreadableFile) return error.issues[0]!;
      throw error;
    }
    return null;
  };
  expect(problem("<graphml>\n<graph></graphml>")).toMatchObject({
    path: expect.stringMatching(/^line 2, column/),
    message: expect.stringMatching(/^The XML is not valid here/),
  });
  expect(problem("<svg></svg>")!.message).toBe("This is XML, and no GraphML: it has no graph with nodes.");
  expect(problem("<a>".repeat(200))!.message).toMatch("nested deeper than 100 levels");
});

test("entities of a document type are refused with their place, nested ones and external ones alike", () => {
  const withType = (type: string, use: string) =>
    `<?xml version="1.0"?>\n<!DOCTYPE graphml [${type}]>\n<graphml><graph><node id="a">${use}</node></graph></graphml>`;
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
  const bombs = [
    withType(`<!ENTITY l0 "ha">${laughs}`, "&l9;"),
    withType('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
    withType('<!ENTITY x SYSTEM "http://127.0.0.1:1/secret">', "<data key='k'>&x;</data>"),
  ];
  for (const text of bombs)
    for (const { sheets } of [graphml, gexf])
      expect(() => sheets(bytes(text))).toThrow(/^The XML is not valid here: undefined entity/);
});

test("keys of one id for nodes and for edges are two, and a default stands where a node has no value", () => {
  const { of, leftOut } = ofGraphMl(`<graphml>
    <key id="d0" for="node" attr.name="label"/><key id="d0" for="edge" attr.name="type"/>
    <key id="d1" for="node" attr.name="country"><default>FI</default></key><key for="all"/>
    <graph edgedefault="directed">
      <node id="a"><data key="d0">Acme</data><data key="d9">?</data></node>
      <node id="b"><data key="d0">Mill</data><data key="d1">SE</data></node>
      <edge source="a" target="b"><data key="d0">owns</data></edge>
    </graph></graphml>`);
  expect(of("actors")).toMatchObject([
    { name: "Acme", country: "FI" },
    { name: "Mill", country: "SE" },
  ]);
  expect(of("relations")).toMatchObject([{ from: "a", to: "b", type: "OWNS" }]);
  expect(leftOut.map(({ what }) => what)).toEqual(["Column “d9”"]);
});

test("positions become pins of the Network lens: with y downwards, spread out from a unit square, none where all are one", () => {
  const node = (id: string, x: number, y: number) =>
    `<node id="${id}" label="${id}"><viz:position x="${x}" y="${y}"/></node>`;
  const pins = (...nodes: string[]) =>
    ofGexf(`<gexf><graph><nodes>${nodes.join("")}</nodes></graph></gexf>`)
      .of("layout")
      .map((pin) => pin as { key: string; x: number; y: number })
      .map(({ key, x, y }) => [key, x, y]);
  expect(pins(node("a", 10, 20), node("b", -5, -7.5))).toEqual([
    ["a", 10, -20],
    ["b", -5, 7.5],
  ]);
  expect(pins(node("a", 0.5, 1), node("b", -0.25, 0))).toEqual([
    ["a", 120, -240],
    ["b", -60, 0],
  ]);
  expect(pins(node("a", 0, 0), node("b", 0, 0))).toEqual([]);
});

test("an edge to a node that the file does not have makes no actor: it is left out with its row and the id", () => {
  const key = '<key id="l" for="node" attr.name="label"/>';
  const ofGraph = ["a", "b"].map((id) => `<node id="${id}"><data key="l">${id}</data></node>`);
  const ofGephi = ["a", "b"].map((id) => `<node id="${id}" label="${id}"/>`);
  const edges = [
    ["a", "n99"],
    ["b", "a"],
    ["n98", "n97"],
  ].map(([source, target]) => `<edge source="${source}" target="${target}" label="supplies"/>`);
  // Edges may stand before the nodes.
  for (const { of, skipped } of [
    ofGraphMl(`<graphml>${key}<graph>${edges.join("")}${ofGraph.join("")}</graph></graphml>`),
    ofGexf(`<gexf><graph><edges>${edges.join("")}</edges><nodes>${ofGephi.join("")}</nodes></graph></gexf>`),
  ]) {
    expect(of("actors").map((row) => (row as { key: string }).key)).toEqual(["a", "b"]);
    expect(of("relations")).toMatchObject([{ from: "b", to: "a", type: "SUPPLIES" }]);
    const left = (id: string) => `There is no node “${id}” in the file: the edge is left out.`;
    expect(skipped).toEqual([
      { sheet: "Edges", row: 2, column: "Target", message: left("n99") },
      { sheet: "Edges", row: 4, column: "Source", message: left("n98") },
    ]);
  }
});
