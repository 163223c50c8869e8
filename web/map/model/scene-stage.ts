import type { Form, Scene } from "./scene.ts";
import type { MapSearch } from "./search-params/map-search.ts";
import type { Picture } from "./selection.ts";

/** Changes how the lens's scene looks, never where it stands: encodings, outlines of groups, marks of a difference. Pure. */
export type SceneStage = (scene: Scene, picture: Picture, search: MapSearch, form: Form) => Scene;
