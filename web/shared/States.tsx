import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import type { CombinedError } from "urql";
import { describeFailure } from "../graphql/client.ts";
import { useReason } from "./use-reason.ts";

/** Loading skeleton: the shape of a page, without numbers. */
export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <div className="state-loading" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} height={16} radius={2} width={`${92 - ((row * 17) % 40)}%`} />
      ))}
    </div>
  );
}

/** Error state: what happened, where, and what to do. `part`: below a page's own title, not in place of it. */
export function Failed({ error, onRetry, part }: { error: CombinedError; onRetry?: () => void; part?: boolean }) {
  const Title = part ? "h2" : "h1";
  const failure = describeFailure(error);
  const isUnreachable = failure.kind === "unreachable";
  const reason = useReason(isUnreachable);
  return (
    <section className="state" role="alert" data-kind={failure.kind}>
      <Title>{failure.title}</Title>
      <p>{reason ?? failure.detail}</p>
      {isUnreachable && <p>This page reconnects automatically.</p>}
      {failure.kind === "signed-out" && <pre className="command">npm run invite -- "Your name"</pre>}
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          Try again
        </Button>
      )}
    </section>
  );
}

/** Empty state: what this page will show, and the next step. */
export function Empty({ title, children, part }: { title: string; children: ReactNode; part?: boolean }) {
  const Title = part ? "h2" : "h1";
  return (
    <section className="state">
      <Title>{title}</Title>
      <div>{children}</div>
    </section>
  );
}
