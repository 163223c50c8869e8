import { MantineProvider } from "@mantine/core";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useMemo } from "react";
import { afterEach, expect, test, vi } from "vitest";
import EditorPages from "../../web/app/EditorPages.tsx";
import { useRegisterEditing } from "../../web/commands/command-registry.ts";

afterEach(cleanup);

test("the menu of editors has the commands that change facts, for a person without a keyboard", async () => {
  const run = vi.fn();
  function Page() {
    useRegisterEditing(useMemo(() => [{ name: "source", label: "Work from a source…", group: "Editing", run }], []));
    return (
      <EditorPages
        ecosystem="e"
        pages={[{ to: "/e/$ecosystem/tidy", label: "Tidy" }]}
        date={undefined}
        open={undefined}
      />
    );
  }
  const router = createRouter({ routeTree: createRootRoute({ component: Page }), history: createMemoryHistory() });
  render(
    <MantineProvider env="test">
      <RouterProvider router={router as never} />
    </MantineProvider>,
  );
  fireEvent.click(await screen.findByRole("button", { name: "Edit" }));
  await screen.findByRole("menuitem", { name: "Tidy" });
  fireEvent.click(screen.getByRole("menuitem", { name: "Work from a source…" }));
  await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
  // By then the menu has given the focus back: what the command focuses keeps it.
  expect(document.activeElement?.textContent).toContain("Edit");
});
