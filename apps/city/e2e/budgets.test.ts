import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { cityAt } from './browser.ts'
import { theProduct } from './product.ts'
import { root } from './server-process.ts'

/** The hard limits of the design, in kB after gzip. */
const limits = { publicPage: 20, appStart: 60, lazyRoute: 15, css: 10 }

type Chunk = { file: string; src?: string; isEntry?: boolean; isDynamicEntry?: boolean; imports?: string[]; css?: string[] }
type Manifest = Record<string, Chunk>

const kilobytes = (bytes: number): number => Math.round(bytes / 10) / 100
const gzipped = (body: Buffer): number => gzipSync(body, { level: 9 }).byteLength

const readClient = (name: 'city' | 'console') => {
  const folder = join(root, 'apps', name, 'dist')
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const sizeOf = (files: Iterable<string>) => kilobytes([...files].reduce((sum, file) => sum + gzipped(readFileSync(join(folder, file))), 0))
  const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry)?.[0]
  if (!entry) throw new Error(`${folder} has no entry.`)
  return { manifest, sizeOf, entry }
}

/** A chunk with everything that is loaded along with it. */
const withImports = (manifest: Manifest, names: readonly string[]): Set<string> => {
  const found = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk || found.has(name)) return
    found.add(name)
    chunk.imports?.forEach(visit)
  }
  names.forEach(visit)
  return found
}

const filesOf = (manifest: Manifest, names: Iterable<string>): string[] => [...names].flatMap(name => manifest[name]?.file ?? [])

const listFeatures = (manifest: Manifest): string[] => Object.keys(manifest).filter(source => manifest[source]?.isDynamicEntry && /features\/.*\.tsx$/.test(source))

describe('the bytes', () => {
  test.each(['/', '/betriebe', '/angebote', '/betriebe/blumen-am-musterplatz', '/impressum', '/datenschutz', '/barrierefreiheit', '/en'])('a public page (%s) with its styles stays below 20 kB and brings no script', async path => {
    const { host } = cityAt(0)
    const { port } = theProduct()
    const html = (await ask({ host, port, path })).body
    const text = html.toString('utf8')
    const sheets = [...text.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"|<link[^>]+href="([^"]+)"[^>]+rel="stylesheet"/g)].map(match => (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&'))
    expect(sheets.length).toBeGreaterThan(0)
    const styles = await Promise.all(sheets.map(async sheet => (await ask({ host, port, path: sheet })).body))
    expect(kilobytes([html, ...styles].reduce((sum, body) => sum + gzipped(body), 0))).toBeLessThanOrEqual(limits.publicPage)
    expect(text.match(/<script(?![^>]*application\/ld\+json)/g)).toBeNull()
  })

  test('a public page goes out compressed, in no more bytes than that', async () => {
    const { headers, body } = await ask({ host: cityAt(0).host, port: theProduct().port, path: '/', headers: { 'accept-encoding': 'br, gzip' } })
    expect(headers['content-encoding']).toMatch(/^(br|gzip)$/)
    expect(kilobytes(body.byteLength)).toBeLessThanOrEqual(limits.publicPage)
  })

  test('the city client starts with no more than 60 kB: entry, first route and dictionary', () => {
    const { manifest, entry, sizeOf } = readClient('city')
    const first = withImports(manifest, [entry, 'src/features/check/check-page.tsx', 'src/locales/de/core.ts'])
    expect(sizeOf(filesOf(manifest, first))).toBeLessThanOrEqual(limits.appStart)
  })

  test.each(['city', 'console'] as const)('each later route of the %s client, and each part that follows it, adds no more than 15 kB', name => {
    const { manifest, entry, sizeOf } = readClient(name)
    const there = withImports(manifest, [entry])
    const later = listFeatures(manifest)
    expect(later.length).toBeGreaterThan(3)
    const heavy = later.flatMap(source => {
      const size = sizeOf(filesOf(manifest, [...withImports(manifest, [source])].filter(chunk => !there.has(chunk))))
      return size > limits.lazyRoute ? [`${source}: ${size} kB`] : []
    })
    expect(heavy).toEqual([])
  })

  test.each(['city', 'console'] as const)('no route of the %s client loads more than 10 kB of styles, those of the first screen included', name => {
    const { manifest, entry, sizeOf } = readClient(name)
    const heavy = listFeatures(manifest).flatMap(source => {
      const size = sizeOf(new Set([...withImports(manifest, [entry, source])].flatMap(chunk => manifest[chunk]?.css ?? [])))
      return size > limits.css ? [`${source}: ${size} kB`] : []
    })
    expect(sizeOf(new Set([...withImports(manifest, [entry])].flatMap(chunk => manifest[chunk]?.css ?? [])))).toBeGreaterThan(1)
    expect(heavy).toEqual([])
  })

  test('every file that the worker keeps for a tunnel is there', () => {
    const folder = join(root, 'apps/city/dist')
    const kept = /^const kept = (.*)$/m.exec(readFileSync(join(folder, 'sw.js'), 'utf8'))?.[1] ?? '{}'
    const { files } = JSON.parse(kept) as { files: string[] }
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter(file => !existsSync(join(folder, file)))).toEqual([])
  })

  test('what a client loads goes out compressed', async () => {
    const { manifest, entry } = readClient('city')
    const { headers } = await ask({ host: cityAt(0).host, port: theProduct().port, path: `/${manifest[entry]?.file}`, headers: { 'accept-encoding': 'br, gzip' } })
    expect(headers['content-encoding']).toMatch(/^(br|gzip)$/)
  })
})
