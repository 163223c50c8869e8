import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";

export function Brand() {
  return (
    <Link to="/" className="brand" aria-label="Ecotone: all ecosystems">
      <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true">
        <circle cx="12" cy="16" r="10" fill="var(--eco-accent)" />
        <circle cx="20" cy="16" r="10" fill="var(--eco-mark)" fillOpacity="0.8" />
      </svg>
      <span>Ecotone</span>
    </Link>
  );
}

export function SchemeToggle() {
  const scheme = useComputedColorScheme("light");
  const { setColorScheme } = useMantineColorScheme();
  const other = scheme === "light" ? "dark" : "light";
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      onClick={() => setColorScheme(other)}
      aria-label={`Switch to ${other} theme`}
      title={`Switch to ${other} theme`}
    >
      {scheme === "light" ? <IconMoon size={18} stroke={1.6} /> : <IconSun size={18} stroke={1.6} />}
    </ActionIcon>
  );
}
