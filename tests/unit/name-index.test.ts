import { expect, test } from "vitest";
import { nameIndex, searchNames } from "../../api/ecosystems/name-index.ts";
import { foldText } from "../../api/shared/fold-text.ts";
import type { AnyRecord } from "../../cypher/model/document.ts";

/** Names that searches by words of letters and digits miss, each with texts by which a person looks for it. */
const names: Record<string, string[]> = {
  "Industrie 4.0 Verein": ["4.0", "industrie 4", "40", "dustri"],
  "Nordpumpe.com": ["nordpumpe", "pumpe.com", "com", "nordpumpecom"],
  "O'Brien Pumpen": ["obrien", "O’Brien", "o brien", "brien"],
  "Ferro Guss S.p.A.": ["spa", "s.p.a", "S.p.A.", "guss s"],
  "Société Générique": ["societe generique", "SOCIÉTÉ", "ciete", "generique"],
  "Müller Werke": ["muller", "MÜLLER", "mu\u0308ller", "ller wer"],
  "Münster Guss": ["munster", "ünster"],
  東方機械: ["東", "機械", "方機"],
  とうほくポンプ: ["ポンプ", "ほく", "ﾎﾟﾝﾌﾟ"],
  "हिन्दी यंत्र": ["हिन्दी", "यंत्र", "न्दी"],
  node_alpha: ["alpha", "node alpha", "node_", "nodealpha"],
  ＺＥＴ機工: ["zet", "ZET機工", "機工"],
  "İstanbul Makina": ["istanbul", "ISTANBUL", "İSTANBUL"],
  "Diyarbakır Isı": ["diyarbakir", "isi"],
  "Straßenbau Ost": ["strasse", "STRASSENBAU", "straße", "ssenbau"],
  "K&M Antriebe": ["k&m", "km", "k m", "m antriebe"],
  "U.S. Valves": ["us valves", "u.s.", "US", "valves"],
  "C++ Steuerungen": ["c++", "++", "c steuer"],
  "3.5 Achsen Technik": ["3.5", "35 achsen", "5 achsen"],
  "ΣΟΦΟΣ Αντλίες": ["σοφος", "Σοφός", "ΣΟΦΟ", "αντλιες"],
  "مضخات الشرق": ["الشرق", "مضخا", "مَضَخّات"],
  บริษัทปั๊มน้ำ: ["ปั๊ม", "น้ำ", "บริษัท"],
  한빛기계: ["한빛", "기계", "빛기", "하"],
  "eMotion-X2": ["emotion x2", "motion", "x2", "emotionx2"],
  "Øresund Pumper": ["oresund", "ØRESUND", "sund"],
  "Łódź Maszyny": ["lodz", "łódź", "LODZ", "odz"],
  "Đà Nẵng Pump": ["da nang", "nang"],
  Αἰγαῖον: ["αιγαιον"],
  "Йогурт Ёлка": ["елка", "огурт", "ЙОГУРТ"],
  שָׁלוֹם: ["שלום"],
  "ﬁne Œuvre": ["fine", "oeuvre"],
  "O\u02bbzbek Nasos": ["o'zbek", "ozbek", "o`zbek"],
  "A.P. Møller – Mærsk": ["A.P. Moller-Maersk", "AP Moller-Maersk", "møller-mærsk"],
  "zero\u200bwidth": ["zerowidth", "width"],
};

const indexOf = (records: { key: string; name?: string; aliases?: string[]; code?: string }[]) =>
  nameIndex(records.map((record) => ({ kind: "actors", key: record.key, record: record as unknown as AnyRecord })));
const all = indexOf(Object.keys(names).map((name) => ({ key: name, name })));
const found = (text: string, index = all) => searchNames(index, text, 100).map(({ key }) => key);

test.each(Object.keys(names))("%s is found first by its name as written, in capitals and folded", (name) => {
  for (const text of [name, name.toUpperCase(), name.toLowerCase(), foldText(name), name.normalize("NFD"), ` ${name} `])
    expect([text, found(text)[0]]).toEqual([text, name]);
});

test.each(Object.entries(names))("%s is found by its parts and without accents", (name, texts) => {
  for (const text of texts) expect([text, found(text)]).toEqual([text, expect.arrayContaining([name])]);
});

test("every part of every name finds it", () => {
  for (const name of Object.keys(names)) {
    const letters = [...name];
    for (let from = 0; from < letters.length; from++)
      for (let to = from + 1; to <= letters.length; to++) {
        const part = letters.slice(from, to).join("");
        // A mark without its letter, or an invisible character, is nothing to look for.
        if (foldText(part) !== "") expect([part, found(part)]).toEqual([part, expect.arrayContaining([name])]);
      }
  }
});

test("a folded text folds to itself", () => {
  for (const name of Object.keys(names)) expect(foldText(foldText(name))).toBe(foldText(name));
});

test("the name itself comes first, then its beginning, the beginning of a word, any part; names before aliases", () => {
  const index = indexOf([
    { key: "part", name: "Heliopump" },
    { key: "word", name: "Great Pumping" },
    { key: "begin-long", name: "Pumpwerke Nord" },
    { key: "alias-begin", name: "Zeta", aliases: ["Pumpe AG"] },
    { key: "begin", name: "Pumper" },
    { key: "alias", name: "Alpha", aliases: ["Other", "PUMP"] },
    { key: "code", name: "Standard", code: "X-pump" },
    { key: "exact", name: "Pump" },
    { key: "none", name: "Valve" },
  ]);
  expect(found("pump", index)).toEqual([
    "exact",
    "alias",
    "begin",
    "begin-long",
    "alias-begin",
    "word",
    "code",
    "part",
  ]);
  expect(searchNames(index, "pump", 3).map(({ key }) => key)).toEqual(["exact", "alias", "begin"]);
});

test("an actor comes before what is named after it", () => {
  const record = (name: string) => ({ name }) as unknown as AnyRecord;
  const index = nameIndex([
    { kind: "offerings", key: "offering", record: record("Nordfelt Leit") },
    { kind: "actors", key: "actor", record: record("Nordfelt Maschinenbau") },
  ]);
  expect(found("nordfelt", index)).toEqual(["actor", "offering"]);
});

test("all words of a search are in the names, in any order; nothing finds nothing", () => {
  const index = indexOf([
    { key: "a", name: "Nord Pumpen Werk" },
    { key: "b", name: "Nord Ventile" },
    { key: "c", code: "IEC 62541" },
    { key: "d" },
  ]);
  expect(found("werk nord", index)).toEqual(["a"]);
  expect(found("nord", index)).toEqual(["b", "a"]);
  expect(found("iec 62541", index)).toEqual(["c"]);
  for (const text of ["", "  ", "\u200b", "nord süd", "*:* OR (", "…"])
    expect([text, found(text, index)]).toEqual([text, []]);
});
