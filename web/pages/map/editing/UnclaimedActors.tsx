import { useMemo, useRef, useState } from "react";
import type { Point } from "../../../map/model/scene.ts";
import { useMap } from "../map-context.ts";
import { claimInTerritory } from "./gesture.ts";
import { unclaimedActors } from "./unclaimed-actors.ts";
import "./unclaimed.css";

const minDrag = 5;

/** In Boundaries, the actors that stand in no territory: dragged into one, or chosen by keys, they claim its activity. */
export function UnclaimedActors() {
  const { search, present, isEditable, canvas } = useMap();
  const isShown = search.lens === "boundaries" && isEditable && canvas !== null;
  const actors = useMemo(() => (isShown ? unclaimedActors(present) : []), [isShown, present]);
  if (actors.length === 0) return null;
  return (
    <details className="unclaimed">
      <summary>Actors without claims: {actors.length}</summary>
      <p className="quiet">Drag one into a territory to claim its activity.</p>
      <ul>
        {actors.map((actor) => (
          <li key={actor.id}>
            <Unclaimed actor={actor} />
          </li>
        ))}
      </ul>
    </details>
  );
}

type Actor = ReturnType<typeof unclaimedActors>[number];

function Unclaimed({ actor }: { actor: Actor }) {
  const { canvas, scene, present, setGesture, announce } = useMap();
  /** Where it is dragged, in pixels of the window. */
  const [dragged, setDragged] = useState<Point | null>(null);
  const start = useRef<Point | null>(null);
  const wasDragged = useRef(false);
  const pixelOn = (at: Point): Point => {
    const { left, top } = canvas!.root.getBoundingClientRect();
    return { x: at.x - left, y: at.y - top };
  };
  const end = () => {
    start.current = null;
    setDragged(null);
  };
  return (
    <button
      type="button"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        start.current = { x: event.clientX, y: event.clientY };
        wasDragged.current = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={({ clientX: x, clientY: y }) => {
        if (!start.current) return;
        wasDragged.current ||= Math.hypot(x - start.current.x, y - start.current.y) > minDrag;
        if (wasDragged.current) setDragged({ x, y });
      }}
      onPointerUp={({ clientX: x, clientY: y }) => {
        const isDrop = start.current !== null && wasDragged.current;
        end();
        if (!isDrop || !canvas) return;
        const gesture = claimInTerritory(actor, pixelOn({ x, y }), { scene, present, viewport: canvas.viewport });
        if (gesture) setGesture(gesture);
        else announce("Drop the actor in a territory to claim its activity.");
      }}
      onPointerCancel={end}
      onClick={(event) => {
        // The click that ends a drag.
        if (wasDragged.current) {
          wasDragged.current = false;
          return;
        }
        const { right, top } = event.currentTarget.getBoundingClientRect();
        setGesture({ does: "claim", actor, activity: null, at: pixelOn({ x: right, y: top }) });
      }}
    >
      <bdi>{actor.name}</bdi>
      {dragged && (
        <span className="unclaimed-dragged" aria-hidden style={{ left: dragged.x, top: dragged.y }}>
          {actor.name}
        </span>
      )}
    </button>
  );
}
