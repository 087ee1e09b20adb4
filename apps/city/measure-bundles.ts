import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = { file: string; src?: string; isEntry?: boolean; isDynamicEntry?: boolean; css?: string[]; imports?: string[]; dynamicImports?: string[] }
type Manifest = Readonly<Record<string, Chunk>>

/** Bytes after gzip, of the entry with what it loads at once, of each page beyond that, and of the styles. */
export type Measured = {
  /** The entry, the dictionary of the first screen, and the first screen itself. */
  first: { entry: number; dictionary: number; page: number; total: number }
  pages: Readonly<Record<string, number>>
  /** The parts of the dictionary that come with the pages that use them. */
  dictionaries: Readonly<Record<string, number>>
  /** The sheet of the first screen, and the most that a page adds to it at once. */
  css: { first: number; page: number }
  /** Parts of pages that come after their first screen. */
  parts: Readonly<Record<string, number>>
  /** Comes after the first screen: the sentences for error codes. */
  later: number
}

const dictionary = 'src/locales/de/core.ts'
const firstPage = 'src/features/check/check-page.tsx'
const dictionaryPattern = /^src\/locales\/[a-z]{2}\/\w+\.ts$/
const laterTexts = /error-texts\.de\.ts$/
const featurePattern = /^src\/features\/[^/]+\/[\w-]+\.tsx$/
const pagePattern = /(-page|-area)\.tsx$/
const titleOf = (name: string): string => name.replace(/^src\/features\/|\.tsx$/g, '')

const closureOf = (manifest: Manifest, name: string, found = new Set<string>()): Set<string> => {
  const chunk = manifest[name]
  if (!chunk || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const next of chunk.imports ?? []) closureOf(manifest, next, found)
  return found
}

/** Reads the build in `folder` (dist of this app) and weighs it; refuses where there is none. */
export const measureBundles = (folder: string): Measured => {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const weights = new Map<string, number>()
  const weigh = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => {
      const weight = weights.get(file) ?? gzipSync(readFileSync(join(folder, file)), { level: 9 }).length
      weights.set(file, weight)
      return sum + weight
    }, 0)
  const entryName = Object.keys(manifest).find(name => manifest[name]?.isEntry)
  if (!entryName) throw new Error(`${folder} holds no build`)
  const entryFiles = closureOf(manifest, entryName)
  const beyond = (name: string, known: ReadonlySet<string>): number => weigh([...closureOf(manifest, name)].filter(file => !known.has(file)))
  const features = Object.keys(manifest).filter(name => featurePattern.test(name) && manifest[name]?.isDynamicEntry).sort()
  const weighAll = (names: readonly string[]) => Object.fromEntries(names.map(name => [titleOf(name), beyond(name, entryFiles)]))
  const sheetsOf = (name: string): Set<string> => new Set(Object.values(manifest).filter(({ file }) => closureOf(manifest, name).has(file)).flatMap(({ css }) => css ?? []))
  const firstSheets = sheetsOf(entryName)
  const entry = weigh(entryFiles)
  const words = beyond(dictionary, entryFiles)
  const page = beyond(firstPage, entryFiles)
  const laterName = Object.keys(manifest).find(name => laterTexts.test(name))
  return {
    first: { entry, dictionary: words, page, total: entry + words + page },
    pages: weighAll(features.filter(name => pagePattern.test(name))),
    parts: weighAll(features.filter(name => !pagePattern.test(name))),
    dictionaries: Object.fromEntries(
      Object.keys(manifest)
        .filter(name => dictionaryPattern.test(name))
        .sort()
        .map(name => [name.replace(/^src\/locales\/|\.ts$/g, ''), beyond(name, entryFiles)]),
    ),
    css: { first: weigh(firstSheets), page: Math.max(...features.map(name => weigh([...sheetsOf(name)].filter(sheet => !firstSheets.has(sheet))))) },
    later: laterName ? beyond(laterName, entryFiles) : 0,
  }
}

if (import.meta.main) console.log(JSON.stringify(measureBundles(join(import.meta.dirname, 'dist')), undefined, 2))
