import { pathText, type PathPart } from './fault.ts'
import type { YamlSource } from './read-yaml.ts'
import type { OpenPoint } from './resolved-pack.schemas.ts'

/** An open point with the line where it stands. */
export interface VerifyItem extends OpenPoint {
  line: number
}

/** Everything in a file that carries `verify: true`, in the order of the file. */
export const listOpenPoints = (source: YamlSource): VerifyItem[] => walk(source, source.data, [])

const walk = (source: YamlSource, data: unknown, path: PathPart[]): VerifyItem[] => {
  if (Array.isArray(data)) return data.flatMap((item, index) => walk(source, item, [...path, index]))
  if (!isMapping(data)) return []
  const inside = Object.entries(data).flatMap(([key, value]) => walk(source, value, [...path, key]))
  return data.verify === true ? [point(source, data, path), ...inside] : inside
}

const isMapping = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null

const point = (source: YamlSource, data: Record<string, unknown>, path: PathPart[]): VerifyItem => ({
  file: source.file,
  path: pathText(path),
  line: source.lineOf(path),
  title: titleOf(data) ?? pathText(path),
  source: typeof data.source === 'string' ? data.source : null,
})

const nameKeys = ['title', 'label', 'name', 'organisation', 'programme', 'code', 'color', 'id']

const titleOf = (data: Record<string, unknown>): string | undefined => {
  const name = nameKeys.map(key => data[key]).find(value => typeof value === 'string' && value !== '')
  return typeof name === 'string' ? name.slice(0, 300) : undefined
}
