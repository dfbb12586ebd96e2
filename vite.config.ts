import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page. `#core/…` and `#renderer/…` are resolved by package.json's "imports". */
export default defineConfig({
  root: "renderer",
  // The page is served from the root of 127.0.0.1:PORT and of dripline://app/ alike.
  base: "./",
  plugins: [react(), tailwindcss()],
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    target: "chrome130",
    // The strict content policy of both hosts allows no data: script or font.
    assetsInlineLimit: 0,
    // Loaded from this computer: one large chunk is faster than many small ones.
    chunkSizeWarningLimit: 1500,
  },
  server: { host: "127.0.0.1" },
});
