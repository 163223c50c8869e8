import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Client, fetchExchange, Provider } from "urql";
import { afterEach, describe, expect, test } from "vitest";
import ResponseStatusChoice from "../../web/pages/threats/ResponseStatusChoice.tsx";
import { moveToAnswer } from "../../web/pages/threats/rival-action.ts";
import type { Move } from "../../web/pages/threats/threats.graphql.ts";
import { keysFor } from "../../web/pages/threats/use-rival-keys.ts";
import type { RecordRow } from "../../web/shared/records.graphql.ts";

afterEach(cleanup);

const move = (id: string, date: string) => ({ id, key: id, date, title: id }) as Move;

describe("a response is recorded on the latest unanswered move", () => {
  const moves = [move("old", "2025-01-01"), move("newer", "2026-02-01"), move("newest", "2026-03-01")];
  test.each([
    ["of several", ["old", "newer"], "newer"],
    ["though a later one is answered", ["old"], "old"],
    ["or on the latest where all are answered", [], "newest"],
  ])("%s", (_, unanswered, id) => expect(moveToAnswer(moves, new Set(unanswered))?.id).toBe(id));
  test("or on none where there is none", () => expect(moveToAnswer([], new Set())).toBeNull());
});

test("a reader has the keys that change nothing", () => {
  expect(keysFor(false).map(({ keys }) => keys)).toEqual(["J", "K", "E"]);
  expect(keysFor(true).map(({ keys }) => keys)).toEqual(["J", "K", "E", "T", "R", "M"]);
});

describe("the status of a response", () => {
  const data = { key: "answer", move: "launch", actor: "sysco", date: "2026-03-01", title: "Our centre" };
  const response: RecordRow = {
    id: "r1",
    key: "answer",
    version: 7,
    label: "Our centre",
    data,
    validity: "VALID",
    evidence: [],
  };
  const refusal = { path: "/changes/0/response/status", code: "INVALID", message: "Not now." };

  function draw(ecosystem: string, errors: object[]) {
    const asked: { input: { changes: unknown[] } }[] = [];
    const client = new Client({
      url: "http://nowhere/graphql",
      preferGetMethod: false,
      exchanges: [fetchExchange],
      fetch: async (_url, init) => {
        asked.push(JSON.parse(String(init?.body)).variables);
        const changeRecords = { __typename: "ChangeResult", revision: 8, changed: [], errors, conflicts: [] };
        return new Response(JSON.stringify({ data: { changeRecords } }), {
          headers: { "content-type": "application/json" },
        });
      },
    });
    render(
      <MantineProvider>
        <Provider value={client}>
          <ResponseStatusChoice ecosystem={ecosystem} response={response} />
        </Provider>
      </MantineProvider>,
    );
    return asked;
  }
  const pressed = () =>
    screen
      .getAllByRole("button")
      .filter((button) => button.getAttribute("aria-pressed") === "true")
      .map(({ textContent }) => textContent);

  test("is done where none is recorded, and changes with one click, shown before it is stored", async () => {
    const asked = draw("one", []);
    expect(pressed()).toEqual(["Done"]);
    fireEvent.click(screen.getByRole("button", { name: "Under way" }));
    expect(pressed()).toEqual(["Under way"]);
    await waitFor(() => expect(asked.length).toBe(1));
    expect(asked[0]!.input.changes).toEqual([{ response: { key: "answer", expectedVersion: 7, status: "UNDER_WAY" } }]);
  });

  test("is what it was when it is refused, and the reason is said", async () => {
    draw("two", [refusal]);
    fireEvent.click(screen.getByRole("button", { name: "Declined" }));
    expect((await screen.findByRole("alert")).textContent).toBe("The status could not be changed. Not now.");
    expect(pressed()).toEqual(["Done"]);
  });

  test("that is chosen already asks for nothing", async () => {
    const asked = draw("three", []);
    fireEvent.click(screen.getByRole("button", { name: "Done" }));
    await Promise.resolve();
    expect(asked).toEqual([]);
  });
});
