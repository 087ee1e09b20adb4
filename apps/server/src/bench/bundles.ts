import { promisify } from 'node:util'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzip } from 'node:zlib'
import type { Line } from './table.ts'

type Chunk = { file: string; css?: string[]; imports?: string[]; isEntry?: boolean; isDynamicEntry?: boolean }
type Manifest = Record<string, Chunk>

const zip = promisify(gzip)
const kilobytes = async (folder: string, files: Iterable<string>): Promise<number> => {
  let sum = 0
  for (const file of files) sum += (await zip(await readFile(join(folder, file)), { level: 9 })).length
  return sum / 1000
}

/** A chunk with all that it loads at once. */
const closure = (manifest: Manifest, key: string, seen = new Set<string>()): Set<string> => {
  const chunk = manifest[key]
  if (!chunk || seen.has(key)) return seen
  seen.add(key)
  for (const imported of chunk.imports ?? []) closure(manifest, imported, seen)
  return seen
}

const filesOf = (manifest: Manifest, keys: Iterable<string>, kind: 'file' | 'css'): Set<string> =>
  new Set([...keys].flatMap(key => (kind === 'file' ? [manifest[key]?.file ?? ''] : (manifest[key]?.css ?? []))).filter(Boolean))

const clientLines = async (root: string, name: string): Promise<Line[]> => {
  const folder = join(root, 'apps', name, 'dist')
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const entry = Object.keys(manifest).find(key => manifest[key]?.isEntry) ?? ''
  const first = closure(manifest, entry)
  const routes = Object.keys(manifest).filter(key => manifest[key]?.isDynamicEntry)
  const sizes = await Promise.all(
    routes.map(async key => ({ key, size: await kilobytes(folder, filesOf(manifest, [...closure(manifest, key)].filter(part => !first.has(part)), 'file')) })),
  )
  const largest = sizes.toSorted((a, b) => b.size - a.size)[0]
  const css = await kilobytes(folder, filesOf(manifest, [...first, ...routes], 'css'))
  const limits = name === 'city' ? { entry: { goal: 60, moonshot: 45 }, route: { goal: 15, moonshot: 8 }, css: { goal: 10, moonshot: 6 } } : { entry: {}, route: {}, css: {} }
  const common = { unit: 'kB', atMost: true }
  return [
    { what: `${name}: Einstieg`, value: await kilobytes(folder, filesOf(manifest, first, 'file')), ...common, ...limits.entry },
    ...(largest ? [{ what: `${name}: größter Nachlader`, value: largest.size, ...common, ...limits.route, note: largest.key }] : []),
    { what: `${name}: CSS zusammen`, value: css, ...common, ...limits.css },
  ]
}

/** What the browsers load, gzipped, from the manifests of the builds; goal is the hard limit, moonshot the wish. */
export const listBundleLines = async (root: string): Promise<Line[]> => (await Promise.all(['city', 'console'].map(name => clientLines(root, name)))).flat()
