import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { isSecure, readSessionCookie, sessionCookie } from "../../api/server/sessions/cookies.ts";

const request = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;
const https = "https://ecotone.example";
const http = "http://ecotone.example:4000";

test("a cookie is Secure exactly where the browser speaks https: by the public address, else by the proxy's header", () => {
  const direct = request({});
  const proxied = request({ "x-forwarded-proto": "https" });
  expect([https, http, undefined].map((url) => isSecure(direct, url))).toEqual([true, false, false]);
  expect([https, http, undefined].map((url) => isSecure(proxied, url))).toEqual([true, false, true]);
  expect(sessionCookie("s", 60, true)).toMatch(/^__Host-session=s;.*Secure/);
  expect(sessionCookie("s", 60, false)).not.toMatch(/Secure|__Host/);
});

test("where the public address is https, only the Secure cookie signs in", () => {
  const both = request({ cookie: "session=plain; __Host-session=secure" });
  const plain = request({ cookie: "session=plain" });
  expect([https, http, undefined].map((url) => readSessionCookie(both, url))).toEqual(["secure", "secure", "secure"]);
  expect([https, http, undefined].map((url) => readSessionCookie(plain, url))).toEqual([null, "plain", "plain"]);
});
