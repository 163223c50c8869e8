import { ActionIcon, Button, Popover } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { DayInput } from "../shared/DayInput.tsx";
import { formatDate, today } from "../shared/format.ts";
import { useKnownOn } from "./AsKnown.tsx";

/** Chooses the day as of whose end facts are shown as they were recorded: what we believed then. */
export function AsKnownChoice({ onKnownOn }: { onKnownOn(day: string | undefined): void }) {
  const on = useKnownOn();
  const [opened, setOpened] = useState(false);
  const choose = (day: string | null) => {
    setOpened(false);
    onKnownOn(day === null || day >= today() ? undefined : day);
  };
  const label = on === null ? "As known now: choose an earlier day" : `As known on ${formatDate(on)}: change the day`;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={280} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          variant={on === null ? "subtle" : "filled"}
          color={on === null ? "gray" : undefined}
          aria-label={label}
          title={label}
          onClick={() => setOpened(!opened)}
        >
          <IconHistory size={18} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DayInput
          size="xs"
          label="As known on"
          description="What was recorded by the end of that day (UTC), of every date."
          value={on ?? today()}
          max={today()}
          onDay={choose}
        />
        {on !== null && (
          <Button size="compact-xs" variant="default" mt="sm" onClick={() => choose(null)}>
            Show what is known now
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
