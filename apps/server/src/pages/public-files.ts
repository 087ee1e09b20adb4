import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import * as z from 'zod/mini'

const manifest = z.object({
  /** Address of the style sheet. */
  file: z.string(),
  /** Everything the build wrote for browsers, below its folder. */
  files: z.array(z.string()),
  /** Changes with each build; part of every cache key. */
  build: z.string(),
})

const types: Record<string, string> = { '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' }

export type PublicFile = { address: string; type: string; body: Buffer }
export type PublicBuild = { build: string; files: PublicFile[] }

/** What the build of the pages left for browsers, read once at the start; refuses a file of a kind that no page loads. */
export const readPublicBuild = async (folder: string): Promise<PublicBuild> => {
  const { files, build } = manifest.parse(JSON.parse(await readFile(join(folder, 'public-css.json'), 'utf8')))
  const read = async (file: string): Promise<PublicFile> => {
    const type = types[extname(file)]
    if (!type) throw new Error(`No public page loads a file like ${file}`)
    return { address: `/${file}`, type, body: await readFile(join(folder, file)) }
  }
  return { build, files: await Promise.all(files.map(read)) }
}
