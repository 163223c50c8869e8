import { Button } from "@mantine/core";
import { fieldLabel, fieldText } from "../shared/fields.ts";
import { count } from "../shared/format.ts";
import { inSentences } from "../shared/in-sentences.ts";
import type { RefusedGroup } from "./outcome.ts";
import { fieldsSet, kindOfEdit } from "./record-edits.ts";

/** A change that was refused after its form was closed: why, and what had been typed, so that it is not lost. */
export function RefusedNotice({ refused: { group, issues }, onDismiss }: { refused: RefusedGroup; onDismiss(): void }) {
  const [edit] = group.edits;
  const fields = edit && group.edits.length === 1 ? Object.entries(fieldsSet(edit)) : [];
  return (
    <div className="app-notice" role="alert">
      <div>
        <p>
          <strong>“{group.label}” was not saved.</strong> {inSentences(issues)}
        </p>
        {edit && fields.length > 0 && (
          <p className="quiet">
            You had entered:{" "}
            {fields
              .map(
                ([name, value]) =>
                  `${fieldLabel(kindOfEdit(edit), name)}: ${fieldText(kindOfEdit(edit), name, value) ?? "unknown"}`,
              )
              .join("; ")}
          </p>
        )}
        {group.edits.length > 1 && <p className="quiet">{count(group.edits.length, "change")} in all.</p>}
      </div>
      <Button size="compact-xs" variant="default" onClick={onDismiss}>
        Dismiss
      </Button>
    </div>
  );
}
