import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import { Client, fetchExchange, Provider } from "urql";
import { afterEach, expect, test } from "vitest";
import { EditorsOnly } from "../../web/shared/EditorsOnly.tsx";

afterEach(cleanup);

test("an editor is not told to be a reader while the page asks who is signed in", () => {
  const client = new Client({
    url: "/graphql",
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetch: () => new Promise<Response>(() => {}),
  });
  render(
    <MantineProvider>
      <Provider value={client}>
        <EditorsOnly title="Tidy" ecosystem="x" />
      </Provider>
    </MantineProvider>,
  );
  expect(screen.getByRole("status", { name: "Loading" })).toBeTruthy();
  expect(screen.queryByText(/You can read this ecosystem/)).toBeNull();
});
