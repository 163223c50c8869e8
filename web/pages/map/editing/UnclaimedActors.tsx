import { useMemo, useRef, useState } from "react";
import type { CanvasController } from "../../../map/canvas/controller.ts";
import { pointerIn } from "../../../map/canvas/viewport.ts";
import type { Point } from "../../../map/model/scene.ts";
import { useMap } from "../map-context.ts";
import { claimInTerritory, type Subject } from "./gesture.ts";
import { unclaimedActors } from "./unclaimed-actors.ts";
import "./unclaimed.css";

const minDrag = 5;

/** In Boundaries, the actors that stand in no territory: dragged into one, or chosen by keys, they claim its activity. */
export function UnclaimedActors() {
  const { search, present, isEditable, canvas } = useMap();
  const isShown = search.lens === "boundaries" && isEditable && canvas !== null;
  const actors = useMemo(() => (isShown ? unclaimedActors(present) : []), [isShown, present]);
  return isShown && actors.length > 0 ? <List actors={actors} canvas={canvas} /> : null;
}

function List({ actors, canvas }: { actors: readonly Subject[]; canvas: CanvasController }) {
  const { scene, present, setGesture, announce } = useMap();
  // There may be hundreds: they are drawn once they are looked at.
  const [isOpen, setOpen] = useState(false);
  const drop = (actor: Subject, at: Point) => {
    const gesture = claimInTerritory(actor, at, { scene, present, viewport: canvas.viewport });
    if (gesture) setGesture(gesture);
    else announce("Drop the actor in a territory to claim its activity.");
  };
  return (
    <details className="unclaimed" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Actors without claims: {actors.length}</summary>
      {isOpen && (
        <>
          <p className="quiet">Drag one into a territory to claim its activity.</p>
          <ul>
            {actors.map((actor) => (
              <li key={actor.id}>
                <Unclaimed
                  name={actor.name}
                  canvas={canvas}
                  onDrop={(at) => drop(actor, at)}
                  onChoose={(at) => setGesture({ does: "claim", actor, activity: null, at })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

interface UnclaimedProps {
  name: string;
  canvas: CanvasController;
  /** Dropped there, in pixels of the canvas. */
  onDrop(at: Point): void;
  /** Chosen without a drag; at: where its form stands. */
  onChoose(at: Point): void;
}

function Unclaimed({ name, canvas, onDrop, onChoose }: UnclaimedProps) {
  /** Where it is dragged, in pixels of the window. */
  const [dragged, setDragged] = useState<Point | null>(null);
  const start = useRef<Point | null>(null);
  const wasDragged = useRef(false);
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
      onPointerUp={(event) => {
        const isDrop = start.current !== null && wasDragged.current;
        end();
        if (isDrop) onDrop(pointerIn(canvas.root, event));
      }}
      onPointerCancel={end}
      onClick={(event) => {
        // The click that ends a drag.
        if (wasDragged.current) {
          wasDragged.current = false;
          return;
        }
        const { right, top } = event.currentTarget.getBoundingClientRect();
        onChoose(pointerIn(canvas.root, { clientX: right, clientY: top }));
      }}
    >
      <bdi>{name}</bdi>
      {dragged && (
        <span className="unclaimed-dragged" aria-hidden style={{ left: dragged.x, top: dragged.y }}>
          {name}
        </span>
      )}
    </button>
  );
}
