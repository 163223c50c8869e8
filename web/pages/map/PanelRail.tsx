import { ActionIcon, Button, CloseButton, Tooltip } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { useIsNarrow } from "../../shared/use-is-narrow.ts";
import { useMap, useMapActions, useMapState } from "./map-context.ts";
import { togglePanel } from "./panels/open-panel.ts";
import { panels } from "./panels/panels.ts";

/** A button for each panel, with its label where the reader wants labels; on a phone a row beneath the map. */
export function PanelRail() {
  const map = useMap();
  const isNarrow = useIsNarrow();
  const [hasLabels, setHasLabels] = useLocalStorage({
    key: "ecotone-map-rail-labels",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const isWide = hasLabels && !isNarrow;
  const Toggle = isWide ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  return (
    <nav className="map-rail" aria-label="Map panels" data-wide={isWide || undefined}>
      {panels.map(({ name, label, icon: Icon }) => {
        const isOpen = map.search.panel === name;
        return isWide ? (
          <Button
            key={name}
            variant={isOpen ? "light" : "subtle"}
            color={isOpen ? undefined : "gray"}
            size="compact-sm"
            h={36}
            fw={isOpen ? 600 : 450}
            justify="flex-start"
            leftSection={<Icon size={19} stroke={1.6} aria-hidden />}
            aria-expanded={isOpen}
            onClick={() => togglePanel(map, name)}
          >
            {label}
          </Button>
        ) : (
          <Tooltip key={name} label={label} position={isNarrow ? "top" : "right"} openDelay={150} withinPortal>
            <ActionIcon
              variant={isOpen ? "light" : "subtle"}
              color={isOpen ? undefined : "gray"}
              size={36}
              aria-label={label}
              aria-expanded={isOpen}
              onClick={() => togglePanel(map, name)}
            >
              <Icon size={19} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
      {!isNarrow && (
        <Tooltip label={isWide ? "Hide labels" : "Show labels"} position="right" openDelay={150} withinPortal>
          <ActionIcon
            className="map-rail-toggle"
            variant="subtle"
            color="gray"
            size={36}
            aria-label="Labels of the panels"
            aria-pressed={isWide}
            onClick={() => setHasLabels(!hasLabels)}
          >
            <Toggle size={19} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </nav>
  );
}

/** The panel named by the URL; nothing without one. */
export function OpenPanel() {
  const { search } = useMapState();
  const { dispatch } = useMapActions();
  const open = panels.find((panel) => panel.name === search.panel);
  if (!open) return null;
  return (
    <section className="map-panel" aria-label={open.label}>
      <header className="map-panel-head">
        <h2>{open.label}</h2>
        <CloseButton
          size="sm"
          aria-label={`Close ${open.label}`}
          onClick={() => dispatch(`Close ${open.label}`, { panel: undefined })}
        />
      </header>
      <div className="map-panel-body">
        <open.Panel />
      </div>
    </section>
  );
}
