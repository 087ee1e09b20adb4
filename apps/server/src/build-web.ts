import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

type Target = { title: string; folder: string; config: string; out: string; sources: string[] }

const targets: Target[] = [
  { title: 'öffentliche Seiten', folder: 'apps/server', config: 'vite.pages.config.ts', out: 'dist', sources: ['apps/server/src/pages/**', 'packages/ui/src/**'] },
  { title: 'Stadt', folder: 'apps/city', config: 'vite.config.ts', out: 'dist', sources: ['apps/city/src/**', 'packages/ui/src/**', 'packages/domain/src/**'] },
  { title: 'Konsole', folder: 'apps/console', config: 'vite.config.ts', out: 'dist', sources: ['apps/console/src/**', 'packages/ui/src/**', 'packages/domain/src/**'] },
]

/** What the build was made from; a build of other sources is stale. */
const fingerprint = async (root: string, { folder, config, sources }: Target): Promise<string> => {
  const hash = createHash('sha256')
  const files = [`${folder}/${config}`, 'package-lock.json', 'apps/server/src/build-web.ts']
  for await (const file of glob(sources, { cwd: root })) if (/\.\w+$/.test(file) && !/\.test\.tsx?$/.test(file)) files.push(file)
  for (const file of files.sort()) hash.update(file).update(await readFile(join(root, file)))
  return hash.digest('hex')
}

const vite = (root: string, { folder, config }: Target) =>
  new Promise<void>((done, fail) => {
    const bin = resolve(root, 'node_modules/vite/bin/vite.js')
    // A build is always the one that people get, whatever the mode of the process that asks for it.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, [bin, 'build', '--config', config, '--logLevel', 'warn'], { cwd: join(root, folder), stdio: ['ignore', 'inherit', 'inherit'], env })
    child.once('error', fail)
    child.once('exit', code => (code === 0 ? done() : fail(new Error(`vite build in ${folder} ended with ${code}`))))
  })

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** The files of the clients never change: they are compressed here, once and as small as it gets, and served as they lie. */
const compressAssets = async (folder: string): Promise<void> => {
  for await (const file of glob('assets/**/*.{js,css,svg}', { cwd: folder })) {
    const path = join(folder, file)
    const body = await readFile(path)
    await Promise.all([writeFile(`${path}.br`, await brotli(body)), writeFile(`${path}.gz`, await zip(body, { level: 9 }))])
  }
}

/** Builds what is missing or stale, and says what it is doing. */
export const buildWeb = async (root: string, log: (message: string) => void): Promise<void> => {
  for (const target of targets) {
    const stamp = join(root, target.folder, target.out, '.built-from')
    const wanted = await fingerprint(root, target)
    if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) continue
    log(`Baue: ${target.title} …`)
    await vite(root, target)
    await compressAssets(join(root, target.folder, target.out))
    await writeFile(stamp, wanted)
  }
}
