import { useState } from "react";
import { Legend } from "../../map/Legend.tsx";
import { useMap } from "./map-context.ts";

export function CanvasLegend() {
  const { search, scene, scheme, canvas } = useMap();
  const [open, setOpen] = useState(() => window.matchMedia("(min-width: 861px)").matches);
  const toggle = (isOpen: boolean) => {
    setOpen(isOpen);
    canvas?.cy.emit("roomchange");
  };
  return <Legend lens={search.lens ?? "network"} scene={scene} scheme={scheme} open={open} onToggle={toggle} />;
}
