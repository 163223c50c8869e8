const inFront = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Whether a key was pressed in, or behind, a dialog or a menu, which handles it: it is not a shortcut then. */
export function isDialogOpen(target: EventTarget | null): boolean {
  // Checked by its target too: the dialog may have closed on this very key.
  if (target instanceof Element && target.closest(inFront)) return true;
  return document.querySelector(inFront) !== null;
}
