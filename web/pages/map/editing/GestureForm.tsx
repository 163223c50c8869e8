import { Popover } from "@mantine/core";
import { AddActorForm } from "./AddActorForm.tsx";
import { ClaimForm } from "./ClaimForm.tsx";
import type { Gesture } from "./gesture.ts";
import { MoveClaimForm } from "./MoveClaimForm.tsx";
import { RelationForm } from "./RelationForm.tsx";
import "./editing.css";

/** The form of a gesture, beside the place of the gesture. */
export default function GestureForm({ gesture }: { gesture: Gesture }) {
  return (
    <Popover
      opened
      // Typed text is not lost by a click beside the form.
      closeOnClickOutside={false}
      closeOnEscape={false}
      position="right-start"
      offset={12}
      width={320}
      trapFocus
      withinPortal
      // The target marks a place and is no control.
      withRoles={false}
      shadow="md"
      transitionProps={{ duration: 0 }}
      middlewares={{ flip: true, shift: { padding: 8, crossAxis: true } }}
    >
      <Popover.Target>
        <span className="gesture-at" style={{ left: gesture.at.x, top: gesture.at.y }} />
      </Popover.Target>
      <Popover.Dropdown p={0} className="gesture-dropdown" role="dialog" aria-label={titles[gesture.does]}>
        <Form gesture={gesture} />
      </Popover.Dropdown>
    </Popover>
  );
}

const titles: Readonly<Record<Gesture["does"], string>> = {
  "add actor": "Add actor",
  relate: "Add relation",
  claim: "Add claim",
  "move claim": "Move claim",
};

function Form({ gesture }: { gesture: Gesture }) {
  switch (gesture.does) {
    case "add actor":
      return <AddActorForm gesture={gesture} />;
    case "relate":
      return <RelationForm gesture={gesture} />;
    case "claim":
      return <ClaimForm gesture={gesture} />;
    case "move claim":
      return <MoveClaimForm gesture={gesture} />;
  }
}
