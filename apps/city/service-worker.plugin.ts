import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { transformWithOxc } from 'vite'
import type { Plugin, Rolldown } from 'vite'

const source = 'src/service-worker.ts'
/** What the check needs without a network; every other page is for when there is one. */
const offline = /src\/(main\.tsx|locales\/(de|en)\/(core|checking|result)\.ts|features\/(check|result)\/[^/]+)$/

const withImports = (bundle: Rolldown.OutputBundle, names: Iterable<string>): Set<string> => {
  const found = new Set<string>()
  const queue = [...names]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const output = bundle[name]
    if (!output || found.has(name)) continue
    found.add(name)
    if (output.type === 'chunk') queue.push(...output.imports)
  }
  return found
}

const listFiles = (bundle: Rolldown.OutputBundle): string[] => {
  const chunks = Object.values(bundle).flatMap(output =>
    output.type === 'chunk' && output.facadeModuleId && offline.test(output.facadeModuleId) ? [output.fileName] : [],
  )
  const assets = Object.keys(bundle).filter(name => /\.(css|svg)$/.test(name))
  return [...withImports(bundle, [...chunks, ...assets])].sort().map(name => `/${name}`)
}

/** Emits `/sw.js`: the worker's code behind the list of files it keeps; it changes whenever one of them does. */
export const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  generateBundle: {
    // The build drops the chunks that held nothing but styles last of all; one file too many, and the worker is not installed.
    order: 'post',
    async handler(_options, bundle) {
      const files = listFiles(bundle)
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
      const { code } = await transformWithOxc(await readFile(new URL(source, import.meta.url), 'utf8'), source)
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const kept = ${JSON.stringify({ version, files })}\n${code}` })
    },
  },
})
