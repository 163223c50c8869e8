import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useQuery } from "urql";
import { isTyping, useCommandRegistry } from "../commands/command-registry.ts";
import { isDialogOpen } from "../commands/is-dialog-open.ts";
import { useShortcuts } from "../commands/use-shortcuts.ts";
import { isComposing } from "../shared/is-composing.ts";
import { kindOf, singularOf } from "../shared/record-kind.ts";
import { maxSearchText } from "../shared/search-text.ts";
import { useHasKeys } from "../shared/use-has-keys.ts";
import { searchQuery } from "./search.graphql.ts";
import { useOpenRecord } from "./use-open-record.ts";

/** Search box: finds records by any of their words and opens them on the map. The "/" key focuses it. */
export function SearchBox({ ecosystem }: { ecosystem: string }) {
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 200);
  const input = useRef<HTMLInputElement>(null);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const openRecord = useOpenRecord(ecosystem);
  const { finder } = useCommandRegistry();
  const [{ data, fetching, error }] = useQuery({
    query: searchQuery,
    variables: { key: ecosystem, text: asked },
    pause: asked === "",
  });
  const hits = asked === "" ? [] : (data?.ecosystem?.search ?? []);
  const focus = () => input.current?.focus();
  const hasKeys = useHasKeys();
  useShortcuts([
    [
      "/",
      (event) => {
        if (isTyping(event.target) || isDialogOpen(event.target)) return;
        event.preventDefault();
        focus();
      },
    ],
  ]);

  const open = (id: string) => {
    box.closeDropdown();
    setText("");
    openRecord(id);
  };
  // Enter opens the first result, also where it is pressed before the results of what is typed have come.
  const [isEntered, setEntered] = useState(false);
  const first = text.trim() === asked && !fetching ? hits[0]?.node.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens once, when Enter and the result have met.
  useEffect(() => {
    if (!isEntered || first === undefined) return;
    setEntered(false);
    open(first);
  }, [isEntered, first]);

  return (
    <Combobox store={box} onOptionSubmit={open} withinPortal position="bottom-end" width={340}>
      <Combobox.Target>
        <TextInput
          ref={input}
          className="bar-search"
          size="xs"
          aria-label="Search records"
          title={hasKeys ? "Search records (/)" : "Search records"}
          placeholder={hasKeys ? "Search (/)" : "Search"}
          leftSection={fetching && asked ? <Loader size={12} /> : <IconSearch size={14} aria-hidden />}
          maxLength={maxSearchText}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setEntered(false);
            box.openDropdown();
            box.updateSelectedOptionIndex();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || isComposing(event) || box.getSelectedOptionIndex() !== -1) return;
            setEntered(text.trim() !== "");
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => {
            setEntered(false);
            box.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === ""}>
        <Combobox.Options aria-label="Search results">
          {hits.map((hit) => (
            <Combobox.Option value={hit.node.id} key={hit.node.id}>
              <span className="hit">
                <bdi>{hit.label}</bdi>
                <span className="quiet">
                  {singularOf(kindOf(hit.node))}
                  {finder?.whyNot(hit.node.id) && ", not on the map"}
                </span>
              </span>
            </Combobox.Option>
          ))}
          {hits.length === 0 && !fetching && (
            <Combobox.Empty>{error ? "The search failed. Try again." : `No results for “${asked}”.`}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
