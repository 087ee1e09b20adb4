import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PublicPages } from './pages/public-pages.types.ts'

/** One client's files as vite's manifest names them. */
export type ClientBuild = { folder: string; script: string; styles: string[]; preload: string[] }
export type WebBuild = { pages: PublicPages; pagesFolder: string; publicCss: string; city: ClientBuild; console: ClientBuild }

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[]; isEntry?: boolean }>

const readClient = async (folder: string): Promise<ClientBuild> => {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const entry = Object.values(manifest).find(chunk => chunk.isEntry)
  if (!entry) throw new Error(`${folder} holds no built client; run \`npm run build\``)
  const imported = (entry.imports ?? []).map(name => manifest[name]).filter(chunk => chunk !== undefined)
  const styles = [...(entry.css ?? []), ...imported.flatMap(chunk => chunk.css ?? [])]
  const path = (file: string) => `/${file}`
  return { folder, script: path(entry.file), styles: styles.map(path), preload: imported.map(chunk => path(chunk.file)) }
}

/** What vite has built: the public pages and the two clients. Refuses with what to run where one is missing. */
export const readWebBuild = async (root: string): Promise<WebBuild> => {
  const pagesFolder = join(root, 'apps/server/dist')
  const [pages, assets, city, console] = await Promise.all([
    import(pathToFileURL(join(pagesFolder, 'pages.js')).href) as Promise<PublicPages>,
    readFile(join(pagesFolder, 'public-css.json'), 'utf8'),
    readClient(join(root, 'apps/city/dist')),
    readClient(join(root, 'apps/console/dist')),
  ])
  return { pages, pagesFolder, publicCss: (JSON.parse(assets) as { file: string }).file, city, console }
}
