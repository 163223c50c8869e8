import type { Core, EventHandler } from "cytoscape";
import type { Scene } from "../model/scene.ts";

/** Events of the canvas besides Cytoscape's own, with their arguments. */
export interface CanvasEvents {
  /** The elements on the canvas, or their level of detail, have changed. */
  drawn: [scene: Scene];
  /** The whole map has been fitted into the viewport. */
  fitted: [];
  /** The elements highlighted under the pointer have changed. */
  highlighted: [];
  /** The groups to outline have changed. */
  groupsChanged: [];
  /** The outlines of the groups have been drawn. */
  outlined: [];
  /** The area covered by the legend or other overlays has changed. */
  roomChanged: [];
}

type Listener<Args extends unknown[]> = (...args: Args) => void;

/** Event emitter whose events and arguments are checked by the compiler. */
export class Emitter<Events extends { [Name in keyof Events]: unknown[] }> {
  #listeners: { [Name in keyof Events]?: Set<Listener<Events[Name]>> } = {};

  /** @returns a function that removes the listener */
  on<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): () => void {
    const listeners = this.#listeners[name] ?? new Set();
    this.#listeners[name] = listeners;
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  once<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): () => void {
    const off = this.on(name, (...args) => {
      off();
      listener(...args);
    });
    return off;
  }

  emit<Name extends keyof Events>(name: Name, ...args: Events[Name]): void {
    for (const listener of [...(this.#listeners[name] ?? [])]) listener(...args);
  }
}

/**
 * Listens to Cytoscape's own events, of certain elements where a selector is given. @returns a function that removes
 * the listener
 */
export function listen(cy: Core, names: string, handler: EventHandler, selector?: string): () => void {
  if (selector === undefined) {
    cy.on(names, handler);
    return () => void cy.off(names, handler);
  }
  cy.on(names, selector, handler);
  return () => void cy.off(names, selector, handler);
}
