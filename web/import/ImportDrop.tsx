import { Button, TextInput } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useRef, useState } from "react";
import { useMutation } from "urql";
import { describeFailure } from "../graphql/client.ts";
import { count } from "../shared/format.ts";
import { randomId } from "../shared/hash.ts";
import { plain } from "../shared/words.ts";
import type { ImportResult } from "./import.graphql.ts";
import { importMutation } from "./import.graphql.ts";
import { keyProblem, type ReadFile, readFile } from "./read-file.ts";
import "./import.css";

type Step = {
  file: ReadFile;
  key: string;
  checked?: ImportResult;
  stored?: ImportResult;
  failure?: string;
  busy?: boolean;
};

/** Drop zone around its children. Nothing is stored before the user has seen a preview of the changes. */
export function ImportDrop({ into, children }: { into?: string; children: (choose: () => void) => ReactNode }) {
  const [over, setOver] = useState(false);
  const [step, setStep] = useState<Step | null>(null);
  const input = useRef<HTMLInputElement>(null);
  // Idempotency key per file and attempt: a repeated click or a lost answer cannot store it twice.
  const attempt = useRef("");
  const [, run] = useMutation(importMutation);

  const send = async (from: Step, dryRun: boolean) => {
    if (!from.file.ok) return;
    setStep({ ...from, busy: true });
    const { format, content } = from.file;
    const { data, error } = await run(
      {
        input: {
          format,
          content,
          dryRun,
          ...(format !== "ECOSYSTEM" && { ecosystem: from.key }),
          ...(!dryRun && { idempotencyKey: attempt.current }),
        },
      },
      { additionalTypenames: ["Ecosystem"] },
    );
    if (error) {
      const { title, detail } = describeFailure(error);
      setStep({ ...from, failure: `${title}. ${detail}` });
    } else if (data) {
      setStep({ ...from, ...(dryRun ? { checked: data.importEcosystem } : { stored: data.importEcosystem }) });
    }
  };

  const take = async (picked: File | undefined) => {
    if (!picked) return;
    attempt.current = randomId();
    const file = await readFile(picked);
    const next: Step = { file, key: into ?? (file.ok ? file.suggestedKey : "") };
    setStep(next);
    await send(next, true);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping needs a mouse; the Import button is the keyboard alternative.
    <div
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.yml,.yaml"
        aria-label="File to import"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      {over && (
        <div className="drop-veil" aria-hidden>
          <IconUpload size={28} stroke={1.5} />
          Drop the file to preview its changes
        </div>
      )}
      {step && (
        <ImportPanel
          step={step}
          onKey={(key) => {
            // The preview is discarded: it was of another ecosystem.
            attempt.current = randomId();
            setStep({ file: step.file, key });
          }}
          onSend={send}
          onClose={() => setStep(null)}
        />
      )}
    </div>
  );
}

function ImportPanel(props: {
  step: Step;
  onKey(key: string): void;
  onSend(step: Step, dryRun: boolean): void;
  onClose(): void;
}) {
  const { step, onKey, onSend, onClose } = props;
  const result = step.stored ?? step.checked;
  const refused = !step.file.ok || (result?.errors.length ?? 0) > 0 || step.failure !== undefined;
  const problem = keyProblem(step.key);
  const needsKey = step.file.ok && step.file.format !== "ECOSYSTEM" && !step.stored;
  const changesNothing = result && result.created + result.updated + result.removed === 0;
  return (
    <section className="import-panel" aria-live="polite" aria-label={`Import of ${step.file.name}`}>
      <header>
        <h2>
          {step.stored && !refused ? "Imported" : refused ? "Not imported" : step.busy ? "Checking" : "Ready to import"}
          <span className="quiet"> {step.file.name}</span>
        </h2>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </header>
      {!step.file.ok && <p>{step.file.message}</p>}
      {step.failure && <p>{step.failure}</p>}
      {needsKey && (
        <TextInput
          size="xs"
          label="Ecosystem key"
          description="If there is no ecosystem with this key, it is created."
          value={step.key}
          error={problem}
          onChange={(event) => onKey(event.currentTarget.value)}
        />
      )}
      {result && result.errors.length === 0 && (
        <dl className="import-counts">
          {(["created", "updated", "unchanged", "removed"] as const).map((name) => (
            <div key={name}>
              <dt>{plain(name)}</dt>
              <dd>{result[name].toLocaleString("en-GB")}</dd>
            </div>
          ))}
        </dl>
      )}
      {result && <Issues title="error" issues={result.errors} />}
      {result && <Issues title="warning" issues={result.warnings} />}
      <footer>
        {step.file.ok && !step.stored && (step.failure !== undefined || needsKey) && (
          <Button
            size="xs"
            variant="default"
            loading={step.busy ?? false}
            disabled={needsKey && problem !== null}
            onClick={() => onSend({ file: step.file, key: step.key }, true)}
          >
            Check again
          </Button>
        )}
        {!refused && !step.stored && (
          <Button size="xs" loading={step.busy ?? false} disabled={!result} onClick={() => onSend(step, false)}>
            {changesNothing ? "Import (no changes)" : "Import"}
          </Button>
        )}
        {step.stored?.ecosystem && !refused && (
          <Link className="as-button" to="/e/$ecosystem/map" params={{ ecosystem: step.stored.ecosystem.key }}>
            Open {step.stored.ecosystem.name} on the map
          </Link>
        )}
      </footer>
    </section>
  );
}

function Issues({ title, issues }: { title: string; issues: { path: string; message: string }[] }) {
  if (issues.length === 0) return null;
  return (
    <div className="issues" data-kind={title}>
      <h3>{count(issues.length, title)}</h3>
      <ol>
        {issues.slice(0, 200).map((issue) => (
          <li key={`${issue.path} ${issue.message}`}>
            <code>{issue.path || "File"}</code> {issue.message}
          </li>
        ))}
      </ol>
      {issues.length > 200 && <p className="quiet">and {count(issues.length - 200, "more", "more")}</p>}
    </div>
  );
}
