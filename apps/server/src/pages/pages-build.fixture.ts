import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { WebBuild } from '../web-build.ts'
import type { PublicPages } from './public-pages.types.ts'

const server = resolve(import.meta.dirname, '../..')
const vite = resolve(server, '../../node_modules/vite/bin/vite.js')

export type BuiltPages = Pick<WebBuild, 'pages' | 'pagesFolder' | 'publicCss'> & { remove: () => Promise<void> }

/** The pages as they are delivered: built from the present sources into a folder of their own, which the caller removes. */
export const buildPages = async (): Promise<BuiltPages> => {
  // Below node_modules, because there the test runner leaves files as they are.
  await mkdir(join(server, 'node_modules'), { recursive: true })
  const pagesFolder = await mkdtemp(join(server, 'node_modules/.pages-'))
  const options = ['build', '--config', 'vite.pages.config.ts', '--outDir', pagesFolder, '--emptyOutDir', '--logLevel', 'error']
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: server, env: { ...process.env, NODE_ENV: 'production' } })
  const { file } = JSON.parse(await readFile(join(pagesFolder, 'public-css.json'), 'utf8')) as { file: string }
  const pages = (await import(pathToFileURL(join(pagesFolder, 'pages.js')).href)) as PublicPages
  return { pages, pagesFolder, publicCss: file, remove: () => rm(pagesFolder, { recursive: true }) }
}
