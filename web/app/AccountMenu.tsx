import { ActionIcon, Menu } from "@mantine/core";
import { IconLogout, IconUser } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { meQuery } from "../graphql/me.graphql.ts";
import { sameOrigin } from "../graphql/same-origin.ts";

/** Menu of the signed-in person: who it is, what the session allows, and how to end it. */
export function AccountMenu() {
  const [{ data }] = useQuery({ query: meQuery });
  const [failure, setFailure] = useState<string | null>(null);
  const me = data?.me;
  if (!me) return null;
  const signOut = async () => {
    setFailure(null);
    const response = await fetch("/session/end", { ...sameOrigin, method: "POST" }).catch(() => null);
    // Loaded anew, so that nothing of what the person could read stays in the tab.
    if (response?.ok) window.location.assign("/");
    else setFailure("You are still signed in: the server did not answer. Try again.");
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Account of ${me.name}`} title={me.name}>
          <IconUser size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{me.name}</bdi>, {me.isEditor ? "editor" : "reader"}
        </Menu.Label>
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<IconLogout size={15} aria-hidden />}
          onClick={() => void signOut()}
        >
          Sign out
        </Menu.Item>
        {failure && (
          <Menu.Label role="alert" maw={220}>
            {failure}
          </Menu.Label>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
