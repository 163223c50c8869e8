import { Button } from "@mantine/core";
import { useKeyHints } from "../../commands/KeyHints.tsx";
import { fine, formatDate } from "../../shared/format.ts";
import { actionsOf, keepHelp, type TidyActionName } from "./actions.ts";
import { keyOf } from "./key-of.ts";
import { TidyPanel } from "./TidyPanel.tsx";
import type { TidyItem } from "./tidy.graphql.ts";

interface Props {
  ecosystem: string;
  item: TidyItem;
  /** What is open below it. */
  doing: TidyActionName | null;
  isBusy: boolean;
  onAct(does: TidyActionName): void;
  /** Moves the focus by a number of items. */
  onStep(by: number): void;
  onClose(said: string | null): void;
}

/** One piece of work: what was found, and what can be done about it. */
export function TidyRow({ ecosystem, item, doing, isBusy, onAct, onStep, onClose }: Props) {
  const { check, label, sentence, effect, since } = item;
  const hasHints = useKeyHints();
  return (
    <li className="tidy-item" data-tidy={keyOf(item)} aria-busy={isBusy || undefined}>
      <div className="tidy-found">
        <h3>
          <button
            type="button"
            className="text-button"
            data-tidy-focus
            onClick={() => onAct("open")}
            onKeyDown={(event) => {
              const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
              if (by === undefined) return;
              event.preventDefault();
              onStep(by);
            }}
          >
            <bdi>{label}</bdi>
          </button>
        </h3>
        <p>
          <bdi>{sentence}</bdi>
        </p>
        {(effect !== null || since !== null) && (
          <p className="quiet">
            {[
              effect !== null && effect > 0 && `${fine(effect)} of 100 points of coherence rest on it`,
              since && `since ${formatDate(since)}`,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        )}
      </div>
      <div className="tidy-actions">
        {actionsOf[check].map(({ does, word, keys }) => (
          <Button
            key={does}
            size="compact-xs"
            variant="default"
            loading={isBusy && does === "keep"}
            aria-label={`${word.replace("…", "")}: ${label}`}
            aria-keyshortcuts={hasHints ? keys : undefined}
            title={[does === "keep" && keepHelp[check], hasHints && `(${keys})`].filter(Boolean).join(" ") || undefined}
            onClick={() => onAct(does)}
          >
            {word}
          </Button>
        ))}
      </div>
      {doing !== null && <TidyPanel ecosystem={ecosystem} item={item} doing={doing} onClose={onClose} />}
    </li>
  );
}
