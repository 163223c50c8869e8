import { Link } from "@tanstack/react-router";
import { Empty } from "./States.tsx";

/** In place of a page on which the ecosystem is changed, for a person who may only read it. */
export function EditorsOnly({ title, ecosystem }: { title: string; ecosystem: string }) {
  return (
    <Empty title={title}>
      <p>You can read this ecosystem but not change it.</p>
      <Link to="/e/$ecosystem/map" params={{ ecosystem }}>
        Open map
      </Link>
    </Empty>
  );
}
