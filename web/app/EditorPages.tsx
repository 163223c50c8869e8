import { Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { Link, type LinkProps } from "@tanstack/react-router";
import { useCommandRegistry } from "../commands/command-registry.ts";
import { Keys } from "../commands/keys.tsx";
import { useHasKeys } from "../shared/use-has-keys.ts";

interface Props {
  ecosystem: string;
  pages: readonly { to: Extract<NonNullable<LinkProps["to"]>, `/e/$ecosystem/${string}`>; label: string }[];
  date: string | undefined;
  /** Label of the open page. */
  open: string | undefined;
}

/** The menu gives the focus back to its button 10 ms after it was closed, also from what a command has given it to. */
const focusReturnedMillis = 30;

/**
 * Menu at the end of the navigation: the pages on which the ecosystem is worked on rather than read, and the commands
 * that change facts, which are otherwise reached by keys only.
 */
export default function EditorPages({ ecosystem, pages, date, open }: Props) {
  const { editing } = useCommandRegistry();
  const hasKeys = useHasKeys();
  const current = pages.find(({ label }) => label === open);
  return (
    <Menu position="bottom-end" withinPortal shadow="sm">
      <Menu.Target>
        <button
          type="button"
          className={current ? "bar-link active" : "bar-link"}
          aria-current={current ? "page" : undefined}
        >
          {current?.label ?? "Edit"} <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map(({ to, label }) => (
          <Menu.Item
            key={to}
            renderRoot={(props) => (
              <Link
                {...props}
                to={to}
                params={{ ecosystem }}
                search={date ? { date } : {}}
                aria-current={label === open ? "page" : undefined}
              />
            )}
          >
            {label}
          </Menu.Item>
        ))}
        {editing.length > 0 && <Menu.Divider />}
        {editing.map(({ name, label, keys, run }) => (
          <Menu.Item
            key={name}
            rightSection={keys && hasKeys ? <Keys keys={keys} /> : null}
            maw={320}
            onClick={() => setTimeout(run, focusReturnedMillis)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
