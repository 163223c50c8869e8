import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import type { CombinedError } from "urql";
import { describeFailure } from "../graphql/client.ts";
import { useRecovery } from "./use-recovery.ts";

/** What a page shows while its first answer is on the way: its shape, without numbers. */
export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <div className="state-loading" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} height={16} radius={2} width={`${92 - ((row * 17) % 40)}%`} />
      ))}
    </div>
  );
}

/** What happened, where, and what to do. `part`: below a page's own title, not instead of it. */
export function Failed({ error, onRetry, part }: { error: CombinedError; onRetry?: () => void; part?: boolean }) {
  const Title = part ? "h2" : "h1";
  const failure = describeFailure(error);
  const reason = useRecovery(failure.kind === "unreachable" && onRetry !== undefined, onRetry);
  return (
    <section className="state" role="alert" data-kind={failure.kind}>
      <Title>{failure.title}</Title>
      <p>{reason ?? failure.detail}</p>
      {failure.kind === "unreachable" && onRetry && <p>This page goes on by itself.</p>}
      {failure.kind === "signed-out" && <pre className="command">npm run invite -- "Your name"</pre>}
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          Try again
        </Button>
      )}
    </section>
  );
}

/** What this page will show, and the next step. */
export function Empty({ title, children, part }: { title: string; children: ReactNode; part?: boolean }) {
  const Title = part ? "h2" : "h1";
  return (
    <section className="state">
      <Title>{title}</Title>
      <div>{children}</div>
    </section>
  );
}
