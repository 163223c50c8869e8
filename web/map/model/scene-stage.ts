import type { Form, Scene } from "./scene.ts";
import type { MapSearch } from "./search-params/map-search.ts";
import type { Selection } from "./selection.ts";

/** Changes how the lens's scene looks, never where it stands: encodings, outlines of groups, marks of a difference. Pure. */
export type SceneStep = (scene: Scene, selection: Selection, search: MapSearch, form: Form) => Scene;
