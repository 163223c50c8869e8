import { useEffect, useRef } from "react";
import type { Scene } from "../model/scene.ts";
import { layOutStatic, staticSvg } from "./static-svg.ts";

interface Props {
  scene: Scene;
  /** Width in pixels at which names are placed. */
  width: number;
  scheme: "light" | "dark";
  label: string;
  className: string;
}

/** A scene as a picture, on pages beside the map and on paper. */
export function StaticMap({ scene, width, scheme, label, className }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const layout = layOutStatic(scene, width);
    place.current?.replaceChildren(...(layout ? [staticSvg(scene, layout, scheme)] : []));
  }, [scene, width, scheme]);
  return <div ref={place} className={className} role="img" aria-label={label} />;
}
