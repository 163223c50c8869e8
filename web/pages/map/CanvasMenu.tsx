import { Menu } from "@mantine/core";
import { isCollapsedGroup } from "../../map/model/group/collapsed-groups.ts";
import { commandsOf } from "./commands.ts";
import { labelOf } from "./labels.ts";
import { useMap } from "./map-context.ts";
import { actionsFor, selectionOf } from "./node-actions.ts";

/** Context menu of a record or of the map: by right click, long press or the Menu key. */
export function CanvasMenu() {
  const map = useMap();
  const { setMenu } = map;
  const { menu } = map.interaction;
  const many = selectionOf(map);
  const ids = menu?.record ? (many.includes(menu.record) ? many : [menu.record]) : [];
  const actions = menu
    ? ids.length > 0
      ? actionsFor(map, ids).map((action) => ({
          name: action.name,
          label: action.label(map, ids),
          run: () => void action.run(map, ids),
        }))
      : commandsOf(map)
          .filter((command) => command.onMap)
          .map(({ name, label, run }) => ({ name, label, run }))
    : [];
  const title =
    ids.length > 1
      ? `${ids.length} selected`
      : ids[0]
        ? `${isCollapsedGroup(ids[0]) ? "Group: " : ""}${labelOf(map, ids[0])}`
        : "Map";
  return (
    <Menu
      opened={menu !== null}
      onChange={(opened) => setMenu(opened ? { record: map.search.selected ?? null, at: { x: 12, y: 12 } } : null)}
      // Not keydown, as by default: the key that opens the menu is pressed outside of it.
      clickOutsideEvents={["mousedown", "touchstart"]}
      position="bottom-start"
      offset={2}
      withinPortal
      shadow="md"
      width={236}
      // A form that the menu has opened takes the focus.
      returnFocus={map.interaction.gesture === null}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className="canvas-menu-at"
          aria-label={`Actions, ${title}`}
          style={{ left: menu?.at.x ?? 0, top: menu?.at.y ?? 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={`Actions, ${title}`}>
        <Menu.Label>
          <bdi>{title}</bdi>
        </Menu.Label>
        {actions.map(({ name, label, run }) => (
          <Menu.Item key={name} fz="xs" py={5} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
