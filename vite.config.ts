import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressedFiles } from "./web/build/compressed-files.ts";
import { operationsFile } from "./web/build/page-operations.ts";

export default defineConfig({
  root: "web",
  plugins: [react(), operationsFile(), compressedFiles()],
  build: {
    outDir: "../dist/page",
    emptyOutDir: true,
    target: "es2022",
    // Nothing inline: the content security policy lets only files of our own run.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
  },
});
