import { useDebouncedValue, useDisclosure } from "@mantine/hooks";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import "@mantine/spotlight/styles.css";
import { type LinkProps, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useQuery } from "urql";
import { searchQuery } from "../search/search.graphql.ts";
import { useOpenRecord } from "../search/use-open-record.ts";
import { isComposing } from "../shared/is-composing.ts";
import { kindOf, singularOf } from "../shared/record-kind.ts";
import { searchText } from "../shared/search-text.ts";
import { useHasKeys } from "../shared/use-has-keys.ts";
import { type Command, isTyping, matching, useCommandRegistry } from "./command-registry.ts";
import { isDialogOpen } from "./is-dialog-open.ts";
import { Keys } from "./keys.tsx";
import { ShortcutHelp } from "./ShortcutHelp.tsx";
import { type Shortcut, useShortcuts } from "./use-shortcuts.ts";
import { useSingleKeys } from "./use-single-keys.ts";
import { useTypedAhead } from "./use-typed-ahead.ts";
import "./commands.css";

const [store, palette] = createSpotlight();
const isPaletteOpen = () => store.getState().opened;

/** As Spotlight does after each letter; it exports no function for it. */
function selectFirst() {
  const list = document.querySelector(".palette-list");
  list?.querySelector("[data-selected]")?.removeAttribute("data-selected");
  list?.querySelector("[data-action]")?.setAttribute("data-selected", "true");
  store.updateState((state) => ({ ...state, selected: 0 }));
}

/** A scrollable region must be focusable (axe scrollable-region-focusable); the component's types omit this prop. */
const scrolledByKeys = { viewportProps: { tabIndex: 0 } } as object;

/** Address of a page of one ecosystem, as the routes have it. */
type PagePath = Extract<NonNullable<LinkProps["to"]>, `/e/$ecosystem/${string}`>;

interface Props {
  /** Key of the ecosystem to search; absent on the page of all ecosystems. */
  ecosystem?: string;
  pages?: readonly { to: PagePath; label: string }[];
  date?: string | undefined;
}

const noPages: NonNullable<Props["pages"]> = [];

/** Command palette (Ctrl or Command K) for records and commands, the keyboard shortcuts, and their help (?). */
export function CommandCentre({ ecosystem, pages = noPages, date }: Props) {
  const { commands: ofPage, editing, finder, textReader } = useCommandRegistry();
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const hasKeys = useHasKeys();
  const navigate = useNavigate();
  const openRecord = useOpenRecord(ecosystem ?? "");
  const [text, setText] = useState("");
  useTypedAhead(
    isPaletteOpen,
    useCallback((letter) => setText((typed) => typed + letter), []),
  );
  // A list to add is longer than a search takes: only what is searched for is cut.
  const wanted = searchText(text);
  const [asked] = useDebouncedValue(wanted, 160);
  const [{ data, fetching, error }] = useQuery({
    query: searchQuery,
    variables: { key: ecosystem ?? "", text: asked },
    pause: asked === "" || ecosystem === undefined,
  });
  const hits = asked === "" || text.trim() === "" ? [] : (data?.ecosystem?.search ?? []);

  const prompt = ecosystem === undefined ? "Search ecosystems and commands" : "Search records and commands";
  const commands = useMemo(
    (): Command[] => [
      ...ofPage,
      ...editing,
      ...(ecosystem === undefined
        ? []
        : pages.map(({ to, label }) => ({
            name: `page ${to}`,
            label: `Go to ${label}`,
            group: "Pages",
            run: () => void navigate({ to, params: { ecosystem }, search: date ? { date } : {} }),
          }))),
      { name: "palette", label: "Open the command palette", group: "Help", keys: "mod+K", run: palette.open },
      { name: "help", label: "Show keyboard shortcuts", group: "Help", keys: "shift+?", run: openHelp },
    ],
    [ofPage, editing, pages, navigate, ecosystem, date, openHelp],
  );
  useShortcuts(
    commands.flatMap(({ name, keys, run }): Shortcut[] => {
      if (!keys || !(singleKeys || keys.includes("mod"))) return [];
      const press = (event: KeyboardEvent) => {
        // The palette opens from a field too: its keys write nothing there.
        if ((isTyping(event.target) && name !== "palette") || isDialogOpen(event.target)) return;
        event.preventDefault();
        run();
      };
      return [[keys, press]];
    }),
  );
  // Without a keyboard, the list of shortcuts is of no use.
  const found = matching(commands, text).filter(({ name }) => name !== "palette" && (hasKeys || name !== "help"));
  // Commands come first, since they are available at once: a record that arrives later must not move under Enter. Where
  // no command matches, what comes first is selected when it arrives; Spotlight would wait for an arrow key.
  const sentence = text.trim();
  const isFact = sentence !== "" && textReader?.reads(sentence);
  const firstChoice = found.length > 0 ? undefined : isFact ? "fact" : hits[0]?.node.id;
  useEffect(() => {
    if (firstChoice) selectFirst();
  }, [firstChoice]);
  const groups = [...new Set(found.map(({ group }) => group))];

  return (
    <>
      <Spotlight.Root
        store={store}
        shortcut={null}
        query={text}
        onQueryChange={setText}
        size={560}
        attributes={{ content: { "aria-label": "Command palette" } }}
        overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      >
        <Spotlight.Search
          placeholder={prompt}
          aria-label={prompt}
          onKeyDownCapture={(event) => {
            // Spotlight runs a command by the Enter that ended a composition, where a browser ends that first.
            if (isComposing(event)) event.stopPropagation();
          }}
        />
        <Spotlight.ActionsList className="palette-list" {...scrolledByKeys}>
          {groups.map((group) => (
            <Spotlight.ActionsGroup key={group} label={group}>
              {found
                .filter((command) => command.group === group)
                .map(({ name, label, keys, run }) => (
                  <Spotlight.Action
                    key={name}
                    label={label}
                    rightSection={keys && hasKeys ? <Keys keys={keys} /> : null}
                    onClick={run}
                  />
                ))}
            </Spotlight.ActionsGroup>
          ))}
          {isFact && (
            <Spotlight.ActionsGroup label="Quick add">
              <Spotlight.Action
                label={sentence}
                description="Add as a fact: shown as it is understood before it is stored"
                onClick={() => textReader?.open(sentence)}
              />
            </Spotlight.ActionsGroup>
          )}
          {hits.length > 0 && (
            <Spotlight.ActionsGroup label="Records">
              {hits.map(({ node, label }) => {
                const why = finder?.whyNot(node.id);
                const kind = singularOf(kindOf(node));
                return (
                  <Spotlight.Action
                    key={node.id}
                    label={label}
                    description={why ? `${kind}, not on the map: ${why}` : kind}
                    onClick={() => openRecord(node.id)}
                  />
                );
              })}
            </Spotlight.ActionsGroup>
          )}
          {hits.length === 0 && found.length === 0 && !isFact && (
            <Spotlight.Empty>
              {fetching || wanted !== asked
                ? "Searching…"
                : error
                  ? "The search failed. Try again."
                  : `No results for “${text.trim()}”.`}
            </Spotlight.Empty>
          )}
        </Spotlight.ActionsList>
      </Spotlight.Root>
      <ShortcutHelp
        opened={help}
        onClose={closeHelp}
        commands={commands}
        singleKeys={singleKeys}
        hasSearch={ecosystem !== undefined}
        onSingleKeys={setSingleKeys}
      />
    </>
  );
}
