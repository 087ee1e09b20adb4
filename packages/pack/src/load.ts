import { basename } from 'node:path'
import { readFolder, type Folder } from './folder.ts'
import type { Framework } from './framework-base.ts'
import { loadPackFolder } from './load-city.ts'
import { loadFrameworkFolder } from './load-framework.ts'
import type { FrameworkResult, PackResult } from './results.ts'

/** Loads the framework from a directory or from a table of files; refuses with every fault, each with file, path and line. */
export const loadFramework = async (source: string | Folder): Promise<FrameworkResult> =>
  loadFrameworkFolder(typeof source === 'string' ? await readFolder(source) : source)

/** Loads a city's pack upon its framework, from a directory (whose name must be the slug) or from a table of files, as an upload brings it;
 *  refuses with every fault, each with file, path and line. */
export const loadPack = async (source: string | Folder, framework: Framework): Promise<PackResult> =>
  typeof source === 'string' ? loadPackFolder(await readFolder(source), framework, basename(source)) : loadPackFolder(source, framework)
