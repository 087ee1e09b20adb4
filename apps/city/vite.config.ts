import { defineConfig } from 'vitest/config'
import solid from 'vite-plugin-solid'
import { devBoot } from './dev-boot.plugin.ts'
import { serviceWorker } from './service-worker.plugin.ts'

/** `npm run dev`: the server runs beside it, and CITY_HOST says which city answers, e.g. musterstadt.localhost:3000. */
const host = process.env.CITY_HOST ?? 'localhost:3000'
const target = `http://127.0.0.1:${host.split(':')[1] ?? '80'}`
const proxied = ['/trpc', '/upload', '/pdf', '/files', '/theme.css', '/icon.svg']

/** What every page needs comes in one file: many small ones cost more requests and compress worse. */
const base = {
  name: 'base',
  test: /node_modules\/(solid-js|@solidjs|@tanstack|@trpc)\/|packages\/ui\/src\/(app-shell|brand|button|classes|heading|icon|notice|skeleton|skip-link|toast-region|toasts)|packages\/domain\/src\/errors|apps\/city\/src\/lib\//,
}

export default defineConfig({
  plugins: [solid(), serviceWorker(), devBoot(target, host)],
  build: {
    target: 'es2023',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: 'src/main.tsx', output: { codeSplitting: { groups: [base] } } },
  },
  server: { proxy: Object.fromEntries(proxied.map(path => [path, { target, headers: { host, origin: `http://${host}` } }])) },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    isolate: false,
    environmentOptions: { jsdom: { url: 'http://musterstadt.localhost/' } },
  },
})
