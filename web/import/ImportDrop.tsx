import { Modal } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from "react";
import { useMutation } from "urql";
import { type Command, useRegisterEditing } from "../commands/command-registry.ts";
import { failureText } from "../graphql/client.ts";
import { randomId } from "../shared/hash.ts";
import { useMayEdit } from "../shared/use-may-edit.ts";
import { ImportPanel, type ImportStep } from "./ImportPanel.tsx";
import { importMutation } from "./import.graphql.ts";
import { isTable, keyFrom, readFile } from "./read-file.ts";
import "./import.css";

// The mapping of tables is large, and most visits need none of it.
const TableImport = lazy(() => import("./table/TableImport.tsx"));
const ImportSources = lazy(() => import("./sources/ImportSources.tsx"));

/**
 * Drop zone around its children, for editors. Nothing is stored before the user has seen a preview of the changes.
 */
export function ImportDrop({ into, children }: { into?: string; children: (choose: () => void) => ReactNode }) {
  const mayEdit = useMayEdit();
  const [over, setOver] = useState(false);
  const [step, setStep] = useState<ImportStep | null>(null);
  const [table, setTable] = useState<File | null>(null);
  const [showsSources, setShowsSources] = useState(false);
  useRegisterEditing(
    useMemo(
      (): Command[] =>
        into !== undefined && mayEdit
          ? [{ name: "sources", label: "Live sources", group: "Import", run: () => setShowsSources(true) }]
          : [],
      [into, mayEdit],
    ),
  );
  const input = useRef<HTMLInputElement>(null);
  // Idempotency key per file and attempt: a repeated click or a lost answer cannot store it twice.
  const attempt = useRef("");
  const [, run] = useMutation(importMutation);

  const send = async (from: ImportStep, dryRun: boolean) => {
    if (!from.file.ok) return;
    setStep({ ...from, busy: true });
    const { format, content, contentBase64, name } = from.file;
    const { data, error } = await run(
      {
        input: {
          format,
          content,
          dryRun,
          name,
          ...(contentBase64 && { contentBase64 }),
          ...(format !== "ECOSYSTEM" && {
            ecosystem: from.key,
            categories: from.categories,
            replaceFile: from.replaceFile,
          }),
          ...(!dryRun && { idempotencyKey: attempt.current, revision: from.checked?.revision }),
        },
      },
      { additionalTypenames: ["Ecosystem"] },
    );
    if (error) setStep({ ...from, failure: failureText(error) });
    else if (data) {
      setStep({ ...from, ...(dryRun ? { checked: data.importEcosystem } : { stored: data.importEcosystem }) });
    }
  };

  const take = async (picked: File | undefined) => {
    if (!picked) return;
    if (await isTable(picked)) {
      setStep(null);
      setTable(picked);
      return;
    }
    attempt.current = randomId();
    const file = await readFile(picked);
    const key = into ?? (file.ok ? file.suggestedKey : "");
    const next: ImportStep = { file, key, categories: [], replaceFile: false };
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
        // Also refused here: the browser would open the file in place of the page.
        event.preventDefault();
        setOver(mayEdit);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (mayEdit) void take(event.dataTransfer.files[0]);
      }}
    >
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.yml,.yaml,.csv,.tsv,.tab,.txt,.xlsx,.xlsm,.graphml,.gexf,.stix"
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
      {table && (
        <Suspense fallback={null}>
          <TableImport
            file={table}
            into={into ?? null}
            suggestedKey={keyFrom(table.name)}
            onClose={() => setTable(null)}
          />
        </Suspense>
      )}
      {into !== undefined && (
        <Modal
          opened={showsSources}
          onClose={() => setShowsSources(false)}
          title="Live sources"
          attributes={{ header: { role: "presentation" } }}
          closeButtonProps={{ "aria-label": "Close" }}
        >
          <Suspense fallback={null}>
            <ImportSources ecosystem={into} />
          </Suspense>
        </Modal>
      )}
      {step && (
        <ImportPanel
          step={step}
          onChange={({ key, categories, replaceFile }) => {
            // The preview is discarded: it was of another ecosystem, or of another reading of the file.
            attempt.current = randomId();
            const next = { file: step.file, key, categories, replaceFile };
            if (key === step.key) void send(next, true);
            else setStep(next);
          }}
          onSend={send}
          onClose={() => setStep(null)}
        />
      )}
    </div>
  );
}
