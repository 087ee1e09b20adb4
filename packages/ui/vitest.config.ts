import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

/** Every part is tested as the client sees it (jsdom) and as the server renders it. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [solid({ hot: false })],
        test: { name: 'client', environment: 'jsdom', setupFiles: ['./vitest.setup.ts'], include: ['src/**/*.test.{ts,tsx}'], exclude: ['src/**/*.ssr.test.tsx', 'src/**/*.node.test.ts'] },
      },
      {
        plugins: [solid({ ssr: true, hot: false, solid: { generate: 'ssr', hydratable: false } })],
        test: { name: 'server', environment: 'node', include: ['src/**/*.ssr.test.tsx', 'src/**/*.node.test.ts'] },
      },
    ],
  },
})
