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
