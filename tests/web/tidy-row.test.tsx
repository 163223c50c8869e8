import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { TidyRow } from "../../web/pages/tidy/TidyRow.tsx";
import type { TidyItem } from "../../web/pages/tidy/tidy.graphql.ts";

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.restoreAllMocks();
});

const item: TidyItem = {
  ...{
    check: "WITHDRAWN_STANDARD",
    subject: "s",
    label: "OPC",
    sentence: "OPC is withdrawn.",
    effect: null,
    since: null,
  },
  ...{ subjects: [], review: null },
};
const endButton = () => {
  render(
    <MantineProvider>
      <TidyRow
        {...{ ecosystem: "x", item, doing: null, isBusy: false }}
        {...{ onAct: () => {}, onStep: () => {}, onClose: () => {} }}
      />
    </MantineProvider>,
  );
  const button = screen.getByRole("button", { name: "End: OPC" });
  return { key: button.getAttribute("aria-keyshortcuts"), title: button.getAttribute("title") };
};

test("a button says its key, but none while single keys are off", () => {
  // A device with a mouse, and so with a keyboard.
  vi.spyOn(window, "matchMedia").mockReturnValue(window.matchMedia("all"));
  expect(endButton()).toEqual({ key: "E", title: "(E)" });
  cleanup();
  localStorage.setItem("ecotone-single-keys", "false");
  expect(endButton()).toEqual({ key: null, title: null });
});
