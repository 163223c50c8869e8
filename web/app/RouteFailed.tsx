import { Button } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";

/** Error boundary of a page whose code could not be loaded, or that threw: what happened, and what to do. */
export function RouteFailed({ error }: ErrorComponentProps) {
  const words = error instanceof Error ? error.message : String(error);
  // Messages of a failed module import differ by browser: Chrome, Firefox, Safari.
  const isUnfetched = /dynamically imported module|importing a module/i.test(words);
  return (
    <section className="state" role="alert">
      <h1>{isUnfetched ? "This page could not be loaded" : "Something went wrong on this page"}</h1>
      <p>
        {isUnfetched
          ? "The server did not answer, or Ecotone has been updated since. Reload the page; other tabs are not affected."
          : words}
      </p>
      <Button variant="default" size="xs" onClick={() => window.location.reload()}>
        Reload page
      </Button>
    </section>
  );
}
