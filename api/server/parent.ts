/** How often it is looked whether the parent process is still there, in milliseconds. */
const lookEvery = 500;

/**
 * Calls `end` when npm, which started this process, has ended. npm passes a signal on to the shell that it starts
 * scripts by, and the shell ends without passing it on. Without npm the parent may end as it likes: a terminal is
 * closed, a service goes on.
 */
export function onParentEnd(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    end();
  }, lookEvery);
  look.unref();
}
