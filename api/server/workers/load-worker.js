// Plain JavaScript: a worker thread begins without the TypeScript loader of its process, so that it registers its own.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
