import { z } from 'zod'
import type { Fault, PathPart } from './fault.ts'
import type { YamlSource } from './read-yaml.ts'
import type { TextTable } from './resolved-pack.schemas.ts'
import { checkSource, fault, type Checked } from './schema-faults.ts'
import { long } from './words.schemas.ts'

/** Placeholders a text may hold; they are filled in when the pack is resolved. */
export const placeholders = ['city', 'programme'] as const
export type PlaceholderValues = Record<(typeof placeholders)[number], string>

const key = z.string().max(60).regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'Ein Textschlüssel besteht aus Buchstaben und Ziffern.')

/** The files `texts/<locale>.yaml`: sections in sections, a text at each end. `readTexts` is what checks them. */
export interface TextTree {
  [key: string]: string | TextTree
}
export const textTree: z.ZodType<TextTree> = z.record(key, z.union([long, z.lazy(() => textTree)]))

const leafTable = z.record(key, long)

/** The texts of one file by dotted key, e.g. `home.title`; refuses empty texts, other values than texts and unknown placeholders. */
export const readTexts = (source: YamlSource): Checked<TextTable> => {
  const table: TextTable = {}
  const faults = readBranch(source, source.data ?? {}, [], table)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: table }
}

const readBranch = (source: YamlSource, data: unknown, path: PathPart[], table: TextTable): Fault[] => {
  const sections = isBranch(data) ? entriesOf(data) : []
  const leaves = isBranch(data) ? Object.fromEntries(sections.filter(([, value]) => !isBranch(value))) : data
  const checked = checkSource({ ...source, data: leaves, lineOf: part => source.lineOf([...path, ...part]) }, leafTable)
  if (!checked.ok) return checked.faults.map(found => ({ ...found, path: [...path, found.path].join('.') }))
  for (const [name, text] of Object.entries(checked.value)) table[[...path, name].join('.')] = text
  return [
    ...Object.entries(checked.value).flatMap(([name, text]) => strangePlaceholders(source, [...path, name], text)),
    ...sections.flatMap(([name, value]) => (isBranch(value) ? readBranch(source, value, [...path, name], table) : [])),
  ]
}

/** Any mapping may carry `verify`, and a source beside it: neither is a text. */
const entriesOf = (branch: Record<string, unknown>) =>
  typeof branch.verify === 'boolean' ? Object.entries(branch).filter(([name]) => name !== 'verify' && name !== 'source') : Object.entries(branch)

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const strangePlaceholders = (source: YamlSource, path: PathPart[], text: string): Fault[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)]
    .filter(([, name]) => !placeholders.some(known => known === name))
    .map(([found]) => fault(source, path, `Der Platzhalter „${found}“ ist nicht bekannt. Erlaubt: ${placeholders.map(known => `{${known}}`).join(', ')}.`))

/** The table with its placeholders filled in. */
export const fillTexts = (table: TextTable, values: PlaceholderValues): TextTable =>
  Object.fromEntries(Object.entries(table).map(([name, text]) => [name, fill(text, values)]))

const fill = (text: string, values: PlaceholderValues) =>
  text.replace(/\{([^{}]*)\}/g, (found, name: string) => placeholders.flatMap(known => (known === name ? [values[known]] : []))[0] ?? found)
