import type { EcosystemDocument } from "../../cypher/model/document.ts";

/** A small ecosystem whose map, positions and boundaries a reader can check by hand. */
export function smallEcosystem(key: string): EcosystemDocument {
  return {
    format: "ecosystem/1",
    ecosystem: { key, name: "Small works", valueProposition: "Presses that never stop", focal: "sysco" },
    evidence: [{ key: "report", title: "Annual report", publisher: "SysCo", url: "https://example.org/report" }],
    capabilities: [{ key: "modelling", name: "Modelling" }],
    actors: [
      { key: "sysco", name: "SysCo", kinds: ["MANUFACTURER"], aliases: ["System Company"], evidence: ["report"] },
      { key: "rivalco", name: "RivalCo", kinds: ["MANUFACTURER"], country: "SE", validFrom: "2020-01-01" },
      { key: "mill", name: "Mill Nine", kinds: ["CUSTOMER"], labels: ["paper"] },
      { key: "gone", name: "Gone Ltd", kinds: ["OTHER"], validTo: "2019-01-01" },
    ],
    standards: [{ key: "opc", name: "Open Press Code", code: "OPC 1", status: "PUBLISHED" }],
    adoptions: [{ actor: "sysco", standard: "opc", extent: 0.8 }],
    activities: [
      { key: "make", name: "Make presses", layer: "EQUIPMENT", serviceness: 0 },
      { key: "run", name: "Run presses", layer: "OPERATION", importance: 5, serviceness: 1 },
    ],
    claims: [
      { by: "sysco", about: "sysco", activity: "make", extent: 0.5, lead: true, evidence: ["report"] },
      { by: "sysco", about: "sysco", activity: "run", extent: 0.5, lead: true },
      { by: "rivalco", about: "rivalco", activity: "run", extent: 1, lead: true },
      { by: "rivalco", about: "sysco", activity: "run", extent: 0.1 },
    ],
    offerings: [{ key: "press", name: "Press", provider: "sysco", type: "PRODUCT", activities: ["make"] }],
    topics: [{ key: "open", name: "Open data" }],
    stances: [{ actor: "sysco", topic: "open", position: 4 }],
    interfaces: [{ key: "line", a: "sysco", b: "mill", candidates: ["opc"] }],
    controlSystems: [{ key: "plc", name: "PLC 5" }],
    installations: [
      { key: "i1", customer: "mill", origin: "sysco", units: 2, installedYear: 2010 },
      { key: "i2", customer: "mill", origin: "sysco", installedYear: 2018, controlSystem: "plc" },
    ],
    agreements: [{ key: "data", provider: "sysco", customer: "mill", security: true, benefit: null }],
    initiatives: [{ key: "lab", name: "Press lab", participants: ["sysco", "mill"], startedOn: "2021-01-01" }],
    relations: [
      { from: "sysco", to: "mill", type: "SUPPLIES", volume: 10, validFrom: "2018-01-01" },
      { from: "sysco", to: "mill", type: "SUPPLIES", volume: 20, validFrom: "2022-01-01" },
      { from: "rivalco", to: "mill", type: "SUPPLIES", volume: 5 },
    ],
    moves: [
      { key: "m1", actor: "rivalco", date: "2024-02-01", type: "LAUNCH", title: "Runs presses", activities: ["run"] },
    ],
    tags: [{ actor: "rivalco", focal: "sysco", label: "watch" }],
    layout: [{ lens: "NETWORK", kind: "ACTOR", key: "sysco", x: 1.5, y: -2 }],
  };
}
