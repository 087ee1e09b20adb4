import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

/** `npm run dev`: the server runs beside it and answers as the console. */
const host = process.env.CONSOLE_HOST ?? 'console.localhost:3000'
const proxy = { target: `http://127.0.0.1:${host.split(':')[1] ?? '80'}`, headers: { host } }

/** What every page needs comes in one file: many small ones cost more requests and compress worse. */
const base = {
  name: 'base',
  test: /node_modules\/(solid-js|@solidjs|@tanstack|@trpc)\/|packages\/ui\/src\/(app-shell|brand|button|classes|heading|icon|notice|skeleton|skip-link)|packages\/domain\/src\/errors|apps\/console\/src\/lib\//,
}

export default defineConfig({
  plugins: [solid()],
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    /** The package does not say that its modules may be left out: its sockets would come along unused. */
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /@trpc\/client/, sideEffects: false }] }, input: 'src/main.tsx', output: { codeSplitting: { groups: [base] } } },
  },
  server: { proxy: { '/trpc': proxy } },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://console.localhost/' } },
  },
})
