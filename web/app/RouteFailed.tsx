import { Button } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";

/** Instead of a page whose program could not be fetched, or that broke: what happened, and what to do. */
export function RouteFailed({ error }: ErrorComponentProps) {
  const words = error instanceof Error ? error.message : String(error);
  // What browsers say of a module that did not come: Chrome, Firefox, Safari.
  const isUnfetched = /dynamically imported module|importing a module/i.test(words);
  return (
    <section className="state" role="alert">
      <h1>{isUnfetched ? "This page could not be fetched" : "This page has broken"}</h1>
      <p>
        {isUnfetched
          ? "The server did not answer, or has a newer page by now. What you left in other tabs stays as it is."
          : words}
      </p>
      <Button variant="default" size="xs" onClick={() => window.location.reload()}>
        Load it again
      </Button>
    </section>
  );
}
