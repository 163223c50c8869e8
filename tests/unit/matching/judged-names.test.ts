import { describe, expect, test } from "vitest";
import { NameMatcher } from "../../../api/shared/matching/name-matcher.ts";
import { hasLandscapes, judgeLandscapes, judgeWrittenPairs, writtenPairs } from "../../support/judged-names.ts";

/** What the matcher says of a name where one actor is known; null where it says nothing. */
function proposal(name: string, actor: string, websites: [string?, string?] = []) {
  const [website, other] = websites.map((host) => host && `https://${host}/`);
  const found = new NameMatcher([{ key: "a", name: actor, website: other }]).find({ name, website });
  return found && { score: found.score, reason: found.reason };
}

describe("of 500 pairs that were written before the matcher was read", () => {
  test("95 in 100 matches are right, and 9 in 10 equal ones are matched or asked about", () => {
    const { pairs, same, precision, recallFound, recallTaken } = judgeWrittenPairs();
    expect({ pairs, same }).toEqual({ pairs: 500, same: 266 });
    expect(precision).toBeGreaterThanOrEqual(0.96);
    expect(recallFound).toBeGreaterThanOrEqual(0.98);
    expect(recallTaken).toBeGreaterThanOrEqual(0.82);
  });

  test("legal forms and web domains each find some that nothing else does", () => {
    const whole = judgeWrittenPairs().recallTaken;
    expect(judgeWrittenPairs({ legalForms: true }).recallTaken).toBeLessThan(whole - 0.3);
    expect(judgeWrittenPairs({ domains: true }).recallTaken).toBeLessThan(whole - 0.02);
  });

  test("no subsidiary, sister firm or near name without a website is taken for the other", () => {
    const near = writtenPairs().filter(({ isSame, one, other }) => !isSame && !(one.website && other.website));
    const taken = near.filter(({ one, other }) => (new NameMatcher([other]).find(one)?.score ?? 0) >= 0.9);
    expect(near.length).toBeGreaterThan(200);
    expect(taken.map(({ one, other }) => `${one.name} is not ${other.name}`)).toEqual([]);
  });
});

test.skipIf(!hasLandscapes())("organisations of two landscapes are matched as their Crunchbase addresses say", () => {
  const { same, precision, recallFound, recallTaken } = judgeLandscapes();
  expect(same).toBeGreaterThanOrEqual(17);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recallFound).toBeGreaterThanOrEqual(0.9);
  expect(recallTaken).toBeGreaterThanOrEqual(0.88);
});

describe("a name is matched", () => {
  test.each([
    ["Kone Corp.", "KONE Corporation", 0.93, "Same name without legal form or ending"],
    ["Bühler", "Buehler", 0.92, "Same name but for blanks, signs or umlauts"],
    ["Open AI", "OpenAI", 0.92, "Same name but for blanks, signs or umlauts"],
    ["Electric Power Institute (EPI)", "EPI", 0.92, "Same as its name in parentheses"],
    ["Equinor (formerly Statoil)", "Statoil ASA", 0.92, "Same as its name in parentheses"],
    ["Renault Group", "Renault", 0.91, "Same name but for “Group”"],
    ["Univ. of Oulu", "University of Oulu", 0.91, "Same name with shortened words: “University of Oulu”"],
    ["Mill™ (associate member)", "Mill", 0.93, "Same name without legal form or ending"],
  ])("%s is %s", (name, actor, score, reason) => {
    expect(proposal(name, actor)).toEqual({ score, reason });
  });

  test("by its initials only where the web domain says so too; else a person is asked", () => {
    const [short, long] = ["HPE", "Hewlett Packard Enterprise"];
    expect(proposal(short, long)).toEqual({ score: 0.74, reason: `Initials of the name: “${long}”` });
    expect(proposal(short, long, ["www.hpe.com", "hpe.com"])).toEqual({
      score: 0.94,
      reason: "Same web domain hpe.com, initials of the name",
    });
  });

  test("not by a domain of which it has another part", () => {
    expect(proposal("Fraunhofer ISE", "Fraunhofer IEE", ["ise.fraunhofer.de", "iee.fraunhofer.de"])).toEqual({
      score: 0.85,
      reason: "Same web domain fraunhofer.de, another part of it",
    });
  });

  test("with another legal form only by a person", () => {
    expect(proposal("Merck & Co., Inc.", "Merck KGaA")).toEqual({
      score: 0.86,
      reason: "Same name with another legal form",
    });
  });
});
