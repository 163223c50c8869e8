import { Button } from "@mantine/core";
import { useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { type CombinedError, useClient } from "urql";
import { describeFailure } from "../graphql/client.ts";
import { Empty, Failed, Loading } from "../shared/States.tsx";
import { hashesOf, hashesOfText, openReferences } from "./link-parts.ts";
import { loadParts, storeParts } from "./sync-link-parts.ts";

/** Delay before a part is stored, in milliseconds: a selection that is being made changes with every click. */
const settled = 1_500;

/** Shows a page when the server has told what its address names by hash, and stores what the address comes to name. */
export function LinkParts({ ecosystem, children }: { ecosystem: string; children: ReactNode }) {
  const { search } = useLocation();
  const open = hashesOf(openReferences(search)).join(".");
  return open === "" ? children : <Resolve key={open} ecosystem={ecosystem} hashes={open} />;
}

function Resolve({ ecosystem, hashes }: { ecosystem: string; hashes: string }) {
  const client = useClient();
  const router = useRouter();
  const navigate = useNavigate();
  const [error, setError] = useState<CombinedError | null>(null);
  const [isMissing, setMissing] = useState(false);
  const load = useCallback(async () => {
    setError(null);
    const found = await loadParts(client, ecosystem, hashes.split("."));
    if (found.error) setError(found.error);
    else if (found.missing.length > 0) setMissing(true);
    // The address stays; the router reads it again, and finds the content.
    else await router.invalidate();
  }, [client, ecosystem, hashes, router]);
  useEffect(() => void load(), [load]);
  const openWithout = () =>
    void navigate({
      to: ".",
      search: (before: object) =>
        Object.fromEntries(Object.entries(before).filter(([name]) => !(name in openReferences(before)))),
      replace: true,
    });
  if (error) return <Failed error={error} onRetry={() => void load()} />;
  if (!isMissing) return <Loading rows={10} />;
  return (
    <Empty title="Part of this link is no longer available">
      <p>It names a large selection or filter, which is kept for a year after its last use.</p>
      <Button size="xs" mt="sm" onClick={openWithout}>
        Open without it
      </Button>
    </Empty>
  );
}

/** Stores what the address names by hash; says so where that fails, since the address then works in this tab only. */
export function LinkPartsNotice({ ecosystem }: { ecosystem: string }) {
  const client = useClient();
  const { searchStr } = useLocation();
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt stores again.
  useEffect(() => {
    const hashes = hashesOfText(searchStr);
    if (hashes.length === 0) return setFailure(null);
    let isLatest = true;
    const timer = setTimeout(async () => {
      const error = await storeParts(client, ecosystem, hashes);
      if (isLatest) setFailure(error ? describeFailure(error).detail : null);
    }, settled);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [client, ecosystem, searchStr, attempt]);
  if (failure === null) return null;
  return (
    <div className="app-notice" role="status">
      <p>This address works in this tab only, because its selection could not be stored on the server. {failure}</p>
      <Button size="compact-xs" variant="default" onClick={() => setAttempt(attempt + 1)}>
        Try again
      </Button>
    </div>
  );
}
