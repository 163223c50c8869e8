import { Button, Checkbox, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { count } from "../shared/format.ts";
import { plain } from "../shared/words.ts";
import { ImportAccount } from "./ImportAccount.tsx";
import { type CategoryChoice, ImportCategories } from "./ImportCategories.tsx";
import type { ImportResult } from "./import.graphql.ts";
import { keyProblem, type ReadFile } from "./read-file.ts";

/** What is imported and how. */
export interface ImportSettings {
  key: string;
  /** How categories of a landscape are read, where it is not what their names say. */
  categories: CategoryChoice[];
  replaceFile: boolean;
}

export interface ImportStep extends ImportSettings {
  file: ReadFile;
  checked?: ImportResult;
  stored?: ImportResult;
  failure?: string;
  busy?: boolean;
}

/** Preview and result of an import, with the settings that a landscape needs. */
export function ImportPanel(props: {
  step: ImportStep;
  onChange(settings: ImportSettings): void;
  onSend(step: ImportStep, dryRun: boolean): void;
  onClose(): void;
}) {
  const { step, onChange, onSend, onClose } = props;
  const result = step.stored ?? step.checked;
  const refused = !step.file.ok || (result?.errors.length ?? 0) > 0 || step.failure !== undefined;
  const problem = keyProblem(step.key);
  const needsKey = step.file.ok && step.file.format !== "ECOSYSTEM" && !step.stored;
  const changesNothing = result && result.created + result.updated + result.removed === 0;
  const { key, categories, replaceFile } = step;
  const change = (settings: Partial<ImportSettings>) => onChange({ key, categories, replaceFile, ...settings });
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
          value={key}
          error={problem}
          onChange={(event) => change({ key: event.currentTarget.value })}
        />
      )}
      {needsKey && result && result.categories.length > 0 && (
        <>
          <ImportCategories
            categories={result.categories}
            chosen={categories}
            disabled={step.busy ?? false}
            onChange={(chosen) => change({ categories: chosen })}
          />
          <Checkbox
            size="xs"
            label="Replace what this file said"
            description="Removes what an earlier import of this landscape said, if nothing else supports it and the file no longer says it."
            checked={replaceFile}
            disabled={step.busy ?? false}
            onChange={(event) => change({ replaceFile: event.currentTarget.checked })}
          />
        </>
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
      {result && result.errors.length === 0 && <ImportAccount result={result} />}
      {result && <Issues title="warning" issues={result.warnings} />}
      <footer>
        {step.file.ok && !step.stored && (step.failure !== undefined || needsKey) && (
          <Button
            size="xs"
            variant="default"
            loading={step.busy ?? false}
            disabled={needsKey && problem !== null}
            onClick={() => onSend({ file: step.file, key, categories, replaceFile }, true)}
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
