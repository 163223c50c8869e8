import { ActionIcon, CloseButton, Tooltip } from "@mantine/core";
import { useMapActions, useMapState } from "./map-context.ts";
import { panels } from "./panels/panels.ts";

/** A button for each panel; on a phone a row beneath the map. */
export function PanelRail() {
  const { search } = useMapState();
  const { dispatch } = useMapActions();
  return (
    <nav className="map-rail" aria-label="Map panels">
      {panels.map(({ name, label, icon: Icon }) => {
        const isOpen = search.panel === name;
        return (
          <Tooltip key={name} label={label} position="right" openDelay={300} withinPortal>
            <ActionIcon
              variant={isOpen ? "light" : "subtle"}
              color={isOpen ? undefined : "gray"}
              size={36}
              aria-label={label}
              aria-expanded={isOpen}
              onClick={() =>
                dispatch(isOpen ? `Close ${label}` : `Open ${label}`, { panel: isOpen ? undefined : name })
              }
            >
              <Icon size={19} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
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
