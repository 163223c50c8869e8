import { Button, Modal, Progress, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useMutation } from "urql";
import { failureText } from "../../graphql/client.ts";
import { count } from "../../shared/format.ts";
import { randomId } from "../../shared/hash.ts";
import { hasHeaderRow, keyProblem, maximumBytes } from "../read-file.ts";
import { Grades } from "./Grades.tsx";
import { importFileMutation, type Preview, previewMutation, type Stored } from "./import-file.graphql.ts";
import { asJob, cancelJob, progressText, useProgress } from "./import-job.ts";
import { isMapping, type Mapping, type SheetMapping } from "./mapping.ts";
import { NewerVersion } from "./NewerVersion.tsx";
import { Outcome } from "./Outcome.tsx";
import { SheetColumns } from "./SheetColumns.tsx";
import { type Sent, sendFile } from "./upload.ts";
import "./table-import.css";

interface Props {
  file: File;
  /** The ecosystem that it is dropped on; null where a key is to be chosen. */
  into: string | null;
  suggestedKey: string;
  onClose(): void;
}

/**
 * Import of a table: what the file has on the left, what it becomes on the right, the first records in words below. Each
 * change of the mapping is previewed; nothing is stored before the person says so.
 */
export default function TableImport({ file, into, suggestedKey, onClose }: Props) {
  const [key, setKey] = useState(into ?? suggestedKey);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [stored, setStored] = useState<Stored | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const sent = useRef<Sent | null>(null);
  const turns = useRef(0);
  /** The key that was previewed last. */
  const previewedKey = useRef(key);
  // Idempotency key: a repeated click or a lost answer cannot store it twice. A changed mapping is another attempt.
  const attempt = useRef(randomId());
  const [, askPreview] = useMutation(previewMutation);
  const [, askImport] = useMutation(importFileMutation);
  const problem = keyProblem(key);
  const [job, setJob] = useState<string | null>(null);
  const progress = useProgress(job);
  /** Runs what takes a while as a job that the person can follow and cancel. */
  const following = async <Answer,>(
    id: string,
    run: (context: ReturnType<typeof asJob>) => Promise<Answer>,
  ): Promise<Answer> => {
    setJob(id);
    try {
      return await run(asJob(id));
    } finally {
      setJob((current) => (current === id ? null : current));
    }
  };

  const input = async (given: Mapping | null) => {
    if (file.size > maximumBytes)
      throw new Error("The file is larger than 50 MB. Split it and import the parts one by one.");
    sent.current ??= await sendFile(file);
    return { ecosystem: key, name: file.name, ...sent.current, ...(given && { mapping: given }) };
  };

  /** Job of the preview under way. */
  const previewing = useRef<string | null>(null);
  /** Ends the preview under way, whose answer is of no use any more. */
  const endPreview = () => {
    turns.current++;
    // Without a connection it runs to its end; nobody waits for it.
    if (previewing.current !== null) cancelJob(previewing.current).catch(() => {});
    previewing.current = null;
  };

  const look = async (given: Mapping | null) => {
    endPreview();
    const turn = turns.current;
    previewedKey.current = key;
    attempt.current = randomId();
    setBusy(true);
    setFailure(null);
    try {
      const asked = await input(given);
      if (turn !== turns.current) return;
      const id = randomId();
      previewing.current = id;
      const { data, error } = await following(id, (context) => askPreview({ input: asked }, context));
      if (turn !== turns.current) return;
      previewing.current = null;
      if (error) setFailure(failureText(error));
      else if (data) {
        const found = data.previewImport;
        sent.current = { upload: found.upload };
        setPreview(found);
        // A file that cannot be read has no mapping: what the person has said stays.
        if (isMapping(found.mapping)) setMapping(found.mapping);
      }
    } catch (error) {
      if (turn === turns.current) setFailure((error as Error).message);
    } finally {
      if (turn === turns.current) setBusy(false);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first look is at the file as it is.
  useEffect(() => {
    void look(null);
    return endPreview;
  }, [file]);

  const change = (next: Mapping) => {
    setMapping(next);
    void look(next);
  };
  const changeSheet = (at: number, sheet: SheetMapping) =>
    mapping && change({ ...mapping, sheets: mapping.sheets.map((one, i) => (i === at ? sheet : one)) });

  const store = async () => {
    if (!preview || !mapping) return;
    setBusy(true);
    setFailure(null);
    try {
      const expectedRevision = preview.previewedRevision ?? 0;
      const given = {
        ...(await input(mapping)),
        expectedRevision,
        expectedHash: preview.hash,
        idempotencyKey: attempt.current,
      };
      const { data, error } = await following(randomId(), (context) =>
        askImport({ input: given }, { ...context, additionalTypenames: ["Ecosystem"] }),
      );
      if (error) setFailure(failureText(error));
      else if (data) setStored(data.importFile);
    } catch (error) {
      setFailure((error as Error).message);
    } finally {
      setBusy(false);
    }
  };

  const isRefused = (preview?.errors.length ?? 0) > 0;
  const changes = preview ? preview.created + preview.updated + preview.removed : 0;
  const isDone = stored !== null && stored.errors.length === 0;
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={`Import of ${file.name}`}
      className="table-import"
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {!into && (
        <TextInput
          size="xs"
          className="table-import-key"
          label="Ecosystem key"
          description={
            preview?.ecosystem && preview.ecosystem.key === key
              ? `Adds to ${preview.ecosystem.name}. Another key creates another ecosystem.`
              : "If there is no ecosystem with this key, it is created."
          }
          value={key}
          error={problem}
          disabled={isDone}
          onChange={(event) => setKey(event.currentTarget.value)}
          // Leaving the field unchanged, as a click on Import does, is no reason to preview again.
          onBlur={() => problem === null && key !== previewedKey.current && void look(mapping)}
        />
      )}
      {preview?.isRemembered && <p className="quiet">Read as the last file with these columns.</p>}
      {failure && <p role="alert">{failure}</p>}
      {preview?.errors.map(({ path, message }) => (
        <p role="alert" key={`${path} ${message}`}>
          {path && <code>{path}</code>} {message}
        </p>
      ))}
      {!isDone &&
        preview &&
        mapping?.sheets.map((sheet, at) => {
          const summary = preview.sheets.find((one) => one.sheet === sheet.sheet);
          return (
            summary && (
              <SheetColumns
                key={sheet.sheet ?? ""}
                summary={summary}
                mapping={sheet}
                skipped={preview.skipped}
                hasHeaderRow={hasHeaderRow(file.name)}
                onChange={(next) => changeSheet(at, next)}
              />
            )
          );
        })}
      {!isDone && preview && mapping && !isRefused && (
        <>
          <Grades mapping={mapping} onChange={change} />
          <NewerVersion preview={preview} mapping={mapping} onChange={change} />
          <Outcome preview={preview} mapping={mapping} onChange={change} />
        </>
      )}
      <footer>
        {busy && progress?.total && (
          <Progress
            aria-label="Progress of the import"
            className="table-import-progress"
            size="sm"
            value={(100 * progress.done) / progress.total}
          />
        )}
        <p aria-live="polite">
          {isDone && stored.ecosystem
            ? `Imported: ${count(stored.created, "record", "records")} created, ${stored.updated} updated.`
            : busy
              ? progressText(progress)
              : preview && !isRefused
                ? [
                    `${preview.created} new, ${preview.updated} updated, ${preview.unchanged} unchanged`,
                    ...(preview.skipped.length > 0 ? [`${preview.skipped.length} not read`] : []),
                  ].join(", ")
                : ""}
        </p>
        {isDone && stored.ecosystem ? (
          <Link
            className="as-button"
            to="/e/$ecosystem/map"
            params={{ ecosystem: stored.ecosystem.key }}
            onClick={onClose}
          >
            Open {stored.ecosystem.name} on the map
          </Link>
        ) : (
          <>
            <Button
              size="sm"
              variant="default"
              onClick={() => (busy && job !== null ? void cancelJob(job) : onClose())}
            >
              {busy && job !== null ? "Cancel import" : "Cancel"}
            </Button>
            {failure && (
              <Button size="sm" variant="default" onClick={() => void look(mapping)}>
                Check again
              </Button>
            )}
            <Button
              size="sm"
              loading={busy}
              disabled={!preview || isRefused || problem !== null || changes === 0}
              onClick={() => void store()}
            >
              {preview && !busy && changes === 0 ? "No changes" : "Import"}
            </Button>
          </>
        )}
      </footer>
    </Modal>
  );
}
