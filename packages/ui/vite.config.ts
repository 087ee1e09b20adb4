import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

/** What a page of the product may load; the gallery is served under the same rule. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'"

export default defineConfig({
  root: fileURLToPath(new URL('src/gallery', import.meta.url)),
  plugins: [solid()],
  build: { outDir: fileURLToPath(new URL('dist/gallery', import.meta.url)), emptyOutDir: true, modulePreload: { polyfill: false } },
  preview: { headers: { 'Content-Security-Policy': policy } },
})
