import { Button, Loader, SegmentedControl } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { type ExportOption, exportOptionsQuery } from "../../../exports/export-file.graphql.ts";
import { fetchExport } from "../../../exports/fetch-export.ts";
import { saveFile } from "../../../exports/save-file.ts";
import { describeFailure } from "../../../graphql/client.ts";
import { useMap } from "../map-context.ts";

type Scope = "view" | "everything";

/** The facts as a file for other programs: of what the view shows or of everything, with what each format cannot hold. */
export function FileExports() {
  const { ecosystem, search, day, selection, announce } = useMap();
  const [scope, setScope] = useState<Scope>("view");
  const [making, setMaking] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const part = useMemo(
    () =>
      scope === "everything" ? {} : { nodes: [...selection.nodes], asOf: day, minConfidence: search.sure ?? null },
    [scope, selection.nodes, day, search.sure],
  );
  const [{ data, error, fetching }] = useQuery({ query: exportOptionsQuery, variables: { key: ecosystem, ...part } });
  const options = (data?.ecosystem?.exportOptions ?? []).filter(({ isOfOneKind }) => !isOfOneKind);

  const save = async ({ format, label }: ExportOption) => {
    setMaking(format);
    setTrouble(null);
    try {
      const { name, type, content } = await fetchExport({ key: ecosystem, format, ...part });
      const ending = name.slice(ecosystem.length);
      const shown = scope === "everything" ? "all" : `${search.lens ?? "network"}-${day}`;
      saveFile(content, `${ecosystem}-${shown}${ending}`, type);
      announce(`Saved: ${label}`);
    } catch (failure) {
      setTrouble(`${label} could not be created: ${(failure as Error).message}`);
    } finally {
      setMaking(null);
    }
  };

  return (
    <section className="file-exports" aria-label="Files for other programs">
      <h3>Files for other programs</h3>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="What the file holds"
        value={scope}
        data={[
          { value: "view", label: "What the view shows" },
          { value: "everything", label: "Everything" },
        ]}
        onChange={(value) => setScope(value as Scope)}
      />
      <p className="quiet">
        {scope === "view"
          ? "The shown records and all facts between them on this date."
          : "All facts of all dates, whatever is filtered."}
      </p>
      {error && (
        <p role="alert" className="share-trouble">
          {describeFailure(error).detail}
        </p>
      )}
      {fetching && options.length === 0 && <Loader size={16} />}
      <ul>
        {options.map((option) => (
          <li key={option.format}>
            <Button
              variant="default"
              size="sm"
              justify="flex-start"
              fullWidth
              disabled={making !== null || fetching}
              leftSection={
                making === option.format ? <Loader size={16} /> : <IconFileExport size={18} stroke={1.6} aria-hidden />
              }
              onClick={() => void save(option)}
            >
              {option.label}
            </Button>
            <p className="quiet">{option.about}</p>
            {option.losses.length > 0 && (
              <details className="export-losses">
                <summary>What it cannot hold</summary>
                <ul>
                  {option.losses.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
      {trouble && (
        <p role="alert" className="share-trouble">
          {trouble}
        </p>
      )}
    </section>
  );
}
