import { describe, expect, test } from "vitest";
import { Lru } from "../../api/ecosystems/lru.ts";

const kept = (lru: { get(key: string): unknown }, keys: string) =>
  [...keys].filter((key) => lru.get(key) !== undefined).join("");

describe("the most recently used answers", () => {
  test("are kept up to the capacity; what is read stays longer than what is not", () => {
    const lru = new Lru<number>(2);
    lru.set("a", 1);
    lru.set("b", 2);
    expect(lru.get("a")).toBe(1);
    lru.set("c", 3);
    expect(kept(lru, "abc")).toBe("ac");
  });

  test("take their own size of the capacity, however often they are set or deleted", () => {
    const lru = new Lru<string>(10, (value, key) => value.length + key.length);
    lru.set("a", "123");
    lru.set("b", "1234");
    lru.set("b", "12345");
    expect(kept(lru, "ab")).toBe("ab");
    lru.set("c", "1");
    expect(kept(lru, "abc")).toBe("bc");
    lru.delete("b");
    lru.set("d", "1234567");
    expect(kept(lru, "bcd")).toBe("cd");
  });

  test("never hold one that is larger than all of it, nor what it was set in place of", () => {
    const lru = new Lru<string>(5, (value) => value.length);
    lru.set("a", "1");
    lru.set("b", "12");
    lru.set("b", "123456");
    expect(kept(lru, "ab")).toBe("a");
  });
});
