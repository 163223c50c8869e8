import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RivalTags } from "../../web/pages/threats/RivalTags.tsx";
import type { Tag } from "../../web/pages/threats/tag.ts";
import { whyRemoved, whyTagged } from "../../web/pages/threats/tag-words.ts";
import type { Threat } from "../../web/pages/threats/threats.graphql.ts";

const everspool: Tag = {
  actor: "everspool",
  focal: "sysco",
  type: "OTHER",
  reason: "Changed hands.",
  by: "Pat",
  at: "2026-01-01T00:00:00Z",
};
const others = Array.from({ length: 150 }, (_, i): Tag => ({ actor: `rival${i}`, focal: "sysco", label: "watch" }));

let stored: Tag[];
let asked: { operationName: string; variables: Record<string, never> }[];
let refusal: { message: string; code: string } | null;
let isEditor: boolean;
beforeEach(() => {
  stored = [...others, everspool];
  asked = [];
  refusal = null;
  isEditor = true;
});
afterEach(cleanup);

/** An API that has nothing but tags. */
const answer = ({ operationName, variables }: (typeof asked)[number]): object => {
  if (operationName === "RemoveTag") {
    if (refusal) return { errors: [{ message: refusal.message, extensions: { code: refusal.code } }] };
    stored = stored.filter((tag) => tag !== everspool);
    return { data: { removeTag: { __typename: "RemoveTagResult", revision: 2 } } };
  }
  if (operationName === "Me") return { data: { me: { __typename: "Me", name: "Pat", isEditor } } };
  if (operationName === "ChangeRecords")
    return {
      data: {
        changeRecords: { __typename: "ChangeResult", revision: 2, changed: [], errors: [], conflicts: [] },
      },
    };
  const { first, after } = variables as unknown as { first: number; after: string | null };
  const from = Number(after ?? 0);
  const node = (data: Tag, i: number) => ({
    __typename: "Record",
    id: `${from + i}`,
    key: `${data.actor}|${data.focal}|${data.label ?? ""}`,
    version: 1,
    label: "",
    data,
    evidence: [],
  });
  return {
    data: {
      ecosystem: {
        __typename: "Ecosystem",
        id: "e",
        records: {
          __typename: "RecordConnection",
          totalCount: stored.length,
          pageInfo: {
            __typename: "PageInfo",
            hasNextPage: from + first < stored.length,
            endCursor: String(from + first),
          },
          edges: stored.slice(from, from + first).map((tag, i) => ({ __typename: "RecordEdge", node: node(tag, i) })),
        },
      },
    },
  };
};

function draw() {
  const client = new Client({
    url: "http://nowhere/graphql",
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_url, init) => {
      const body = JSON.parse(String(init?.body));
      asked.push(body);
      return new Response(JSON.stringify(answer(body)), { headers: { "content-type": "application/json" } });
    },
  });
  const threat = { rival: { key: "everspool", name: "Everspool" }, type: "OTHER", tagOutdated: false } as Threat;
  render(
    <MantineProvider>
      <Provider value={client}>
        <RivalTags ecosystem="sysco" focal="sysco" threat={threat} />
      </Provider>
    </MantineProvider>,
  );
}
const takeBack = async (why: string) => {
  fireEvent.click(await screen.findByRole("button", { name: "Remove tag Other" }));
  fireEvent.change(screen.getByLabelText("Reason (for the change log)"), { target: { value: why } });
  fireEvent.click(screen.getByRole("button", { name: "Remove tag" }));
};

test("a tag beyond the first hundred is found, and its type can be changed", async () => {
  draw();
  await screen.findByText("Changed hands.");
  await waitFor(() =>
    expect((screen.getByRole("button", { name: "Change competitor type" }) as HTMLButtonElement).disabled).toBe(false),
  );
});

test("a reader reads the tags and sees no control that would change one", async () => {
  isEditor = false;
  draw();
  await screen.findByText("Changed hands.");
  await waitFor(() => expect(asked.map(({ operationName }) => operationName)).toContain("Me"));
  expect(screen.queryAllByRole("button")).toEqual([]);
});

test("removing a tag removes the one that was read, with the reason for the change log, and it leaves the list", async () => {
  draw();
  await takeBack("A rumour.");
  await waitFor(() => expect(screen.queryByText("Changed hands.")).toBeNull());
  const { input } = asked.find(({ operationName }) => operationName === "RemoveTag")!.variables;
  expect(input).toMatchObject({
    ecosystem: "sysco",
    actor: "everspool",
    focal: "sysco",
    at: everspool.at,
    why: "Removed the tag “Other” from Everspool: A rumour.",
  });
  expect(screen.getByRole("button", { name: "Set competitor type" })).toBeDefined();
});

test("the focus stays in the row after a tag is saved, removed or left as it was", async () => {
  draw();
  const section = await screen.findByRole("region", { name: "Tags of Everspool" });
  await screen.findByText("Changed hands.");
  const change = screen.getByRole("button", { name: "Change competitor type" }) as HTMLButtonElement;
  await waitFor(() => expect(change.disabled).toBe(false));
  fireEvent.click(change);
  const save = (await screen.findByRole("button", { name: "Save" })) as HTMLButtonElement;
  await waitFor(() => expect(save.disabled).toBe(false));
  screen.getByLabelText("Reason").focus();
  fireEvent.click(save);
  await waitFor(() => expect(screen.queryByRole("button", { name: "Save" })).toBeNull());
  expect(document.activeElement).toBe(section);
  fireEvent.click(screen.getByRole("button", { name: "Remove tag Other" }));
  screen.getByLabelText("Reason (for the change log)").focus();
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(document.activeElement).toBe(section);
});

test("a refusal is said beside the tag, which stays with what was typed", async () => {
  refusal = { message: "Pat has changed the tag since you read it.", code: "CONFLICT" };
  draw();
  await takeBack("A rumour.");
  expect((await screen.findByRole("alert")).textContent).toBe(
    "The tag could not be removed. Pat has changed the tag since you read it.",
  );
  expect(screen.getByText("Changed hands.")).toBeDefined();
  expect(screen.getByDisplayValue("A rumour.")).toBeDefined();
});

test("the change log is told in at most as many letters as it takes", () => {
  const tag = { ...everspool, type: undefined, label: "watch" } as unknown as Tag;
  expect(whyTagged("Everspool", { label: "watch" }, " Opened a plant. ")).toBe(
    "Tagged Everspool as “watch”: Opened a plant.",
  );
  expect(whyTagged("Everspool", { label: "watch" }, " ")).toBe("Tagged Everspool as “watch”.");
  expect(whyRemoved("Everspool", tag, "")).toBe("Removed the tag “watch” from Everspool.");
  expect(whyRemoved("Everspool", tag, "x".repeat(2_000))).toHaveLength(1_000);
});
