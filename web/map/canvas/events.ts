import type { Core, EventHandler } from "cytoscape";
import type { Scene } from "../model/scene.ts";

/** Events of the canvas beside Cytoscape's own, with what their listeners are given. */
export interface CanvasEvents {
  /** Other elements of the scene are on the canvas, or in another level of detail. */
  drawn: [scene: Scene];
  /** All of the map has been fitted into the window. */
  fitted: [];
  /** Other elements are highlighted under the pointer. */
  highlighted: [];
  /** The groups to outline are others. */
  groupsChanged: [];
  /** The outlines of the groups have been drawn. */
  outlined: [];
  /** The legend, or what else stands over the canvas, takes other room. */
  roomChanged: [];
}

type Listener<Args extends unknown[]> = (...args: Args) => void;

/** Emitter whose events and their arguments are checked by the compiler. */
export class Emitter<Events extends { [Name in keyof Events]: unknown[] }> {
  #listeners: { [Name in keyof Events]?: Set<Listener<Events[Name]>> } = {};

  /** @returns how to stop listening */
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

/** Listens to Cytoscape's own events, of certain elements where a selector is given. @returns how to stop listening */
export function listen(cy: Core, names: string, handler: EventHandler, selector?: string): () => void {
  if (selector === undefined) {
    cy.on(names, handler);
    return () => void cy.off(names, handler);
  }
  cy.on(names, selector, handler);
  return () => void cy.off(names, selector, handler);
}
