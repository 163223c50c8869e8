import type { Form, Scene } from "../scene.ts";
import type { MapSearch } from "../state/map-search.ts";
import type { Picture } from "./picture.ts";

/** Changes how the lens's scene looks, never where it stands: encodings, outlines of groups, marks of a difference. Pure. */
export type SceneStage = (scene: Scene, picture: Picture, search: MapSearch, form: Form) => Scene;
