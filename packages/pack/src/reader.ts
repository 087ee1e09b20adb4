import type { z } from 'zod'
import type { Fault, PathPart } from './fault.ts'
import { findFile, type Folder } from './folder.ts'
import { listOpenPoints, type VerifyItem } from './open-points.ts'
import type { ProsePage } from './prose.schemas.ts'
import { readProse } from './read-prose.ts'
import { readYaml, type YamlSource } from './read-yaml.ts'
import type { TextTable } from './resolved-pack.schemas.ts'
import { checkSource, fault } from './schema-faults.ts'
import { readTexts } from './texts.ts'

/** A file that passed its schema; `refuse` adds a fault found by comparing it with others. */
export interface ReadFile<T> {
  value: T
  refuse: (path: readonly PathPart[], message: string) => void
}

/** Reads the files of one folder and gathers every fault and every open point on the way. */
export interface Reader {
  faults: Fault[]
  openPoints: VerifyItem[]
  has: (file: string) => boolean
  refuse: (file: string, message: string) => void
  /** Undefined where the file is missing or faulty; the fault is then noted. */
  yaml: <T>(file: string, schema: z.ZodType<T>) => ReadFile<T> | undefined
  texts: (file: string) => ReadFile<TextTable> | undefined
  prose: (file: string) => ProsePage | undefined
}

/** A reader over a folder; `prefix` stands before each file name in faults, e.g. `framework/`. */
export const createReader = (folder: Folder, prefix = ''): Reader => {
  const faults: Fault[] = []
  const openPoints: VerifyItem[] = []
  const refuse = (file: string, message: string) => void faults.push({ file: prefix + file, path: '', line: 1, message })

  const open = (file: string): YamlSource | undefined => {
    const text = findFile(folder, file)
    if (text === undefined) return void refuse(file, `Die Datei „${file}“ fehlt. Bitte legen Sie sie an.`)
    const result = readYaml(prefix + file, text)
    if (!result.ok) return void faults.push(...result.faults)
    openPoints.push(...listOpenPoints(result.source))
    return result.source
  }

  const read = <T>(file: string, check: (source: YamlSource) => ReturnType<typeof checkSource<T>>): ReadFile<T> | undefined => {
    const source = open(file)
    if (!source) return undefined
    const checked = check(source)
    if (!checked.ok) return void faults.push(...checked.faults)
    return { value: checked.value, refuse: (path, message) => void faults.push(fault(source, path, message)) }
  }

  return {
    faults,
    openPoints,
    refuse,
    has: file => findFile(folder, file) !== undefined,
    yaml: (file, schema) => read(file, source => checkSource(source, schema)),
    texts: file => read(file, readTexts),
    prose: file => {
      const text = findFile(folder, file)
      if (text === undefined) return void refuse(file, `Die Datei „${file}“ fehlt. Bitte legen Sie sie an.`)
      const result = readProse(prefix + file, text)
      if (!result.ok) return void faults.push(...result.faults)
      openPoints.push(...listOpenPoints(result.front))
      return result.page
    },
  }
}
