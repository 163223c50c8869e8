import { Button } from "@mantine/core";
import { useState } from "react";
import { fetchExport } from "../../exports/fetch-export.ts";
import { saveFile } from "../../exports/save-file.ts";
import type { RecordKind } from "../../graphql/schema-types.ts";

/** Saves all records of a kind as a table, whatever is filtered and however they are sorted. */
export function SaveTable({ ecosystem, kind }: { ecosystem: string; kind: RecordKind }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      const { name, type, content } = await fetchExport({ key: ecosystem, format: "CSV", kind });
      saveFile(content, name, type);
    } catch (failure) {
      setTrouble(`The table could not be created: ${(failure as Error).message}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        title="All records of this kind, of all dates, whatever is filtered"
        onClick={() => void save()}
      >
        Save as CSV
      </Button>
      {trouble && <p role="alert">{trouble}</p>}
    </>
  );
}
