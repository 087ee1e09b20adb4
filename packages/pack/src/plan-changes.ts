import type { ResolvedPack } from './resolved-pack.schemas.ts'

/** One difference, by path; entries of lists are named by their id: `city.districts[mitte].radius`. */
export interface Change {
  path: string
  kind: 'added' | 'removed' | 'changed'
  /** Short text of the old value; null where it was not there. */
  before: string | null
  after: string | null
}

/** What applying `next` would change; everything is new where nothing was applied yet. */
export const planChanges = (current: ResolvedPack | undefined, next: ResolvedPack): Change[] =>
  current === undefined ? Object.keys(next).flatMap(key => compare(key, undefined, next[key as keyof ResolvedPack])) : compareAll('', current, next)

/** How two cities differ. */
export const diffPacks = (a: ResolvedPack, b: ResolvedPack): Change[] => compareAll('', a, b)

const signs = { added: 'neu', removed: 'entfällt', changed: 'geändert' } as const

/** The change as one German line. */
export const changeText = ({ path, kind, before, after }: Change): string => {
  const values = kind === 'changed' ? `${before} → ${after}` : (after ?? before)
  return `${signs[kind]}: ${path}: ${values}`
}

/** Values that only repeat others, or follow from them: told once, where they come from. */
const derived = /^(format|city\.(slug|name|programme|claim|locales|sample)|theme)$/
/** Told as a whole, since their inside says nothing to a reader. */
const whole = /(\.|^)(blocks|logo|outlines\.[^.]+|centre|levels|how)$/

const compare = (path: string, before: unknown, after: unknown): Change[] => {
  if (derived.test(path) || isSame(before, after)) return []
  if (isNothing(before)) return isNothing(after) ? [] : [{ path, kind: 'added', before: null, after: shown(after) }]
  if (isNothing(after)) return [{ path, kind: 'removed', before: shown(before), after: null }]
  if (!whole.test(path) && isRecord(before) && isRecord(after)) return compareAll(path, before, after)
  if (!whole.test(path) && isKeyedList(before) && isKeyedList(after)) return compareLists(path, before, after)
  return [{ path, kind: 'changed', before: shown(before), after: shown(after) }]
}

const compareAll = (path: string, before: object, after: object): Change[] => {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap(key => compare(path ? `${path}.${key}` : key, valueAt(before, key), valueAt(after, key)))
}

const compareLists = (path: string, before: KeyedEntry[], after: KeyedEntry[]): Change[] => {
  const [old, fresh] = [byKey(before), byKey(after)]
  const keys = [...new Set([...old.keys(), ...fresh.keys()])]
  const changes = keys.flatMap(key => compare(`${path}[${key}]`, old.get(key), fresh.get(key)))
  if (changes.length > 0) return changes
  return [{ path, kind: 'changed', before: 'bisherige Reihenfolge', after: 'neue Reihenfolge' }]
}

type KeyedEntry = Record<string, unknown>

const isNothing = (value: unknown) => value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isKeyedList = (value: unknown): value is KeyedEntry[] => Array.isArray(value) && value.every(entry => isRecord(entry) && keyOf(entry) !== undefined)
const keyOf = (entry: KeyedEntry): string | undefined => {
  if (typeof entry.file === 'string') return `${entry.file} ${String(entry.path)}`
  return [entry.id, entry.name].find(key => typeof key === 'string')
}
const byKey = (list: readonly KeyedEntry[]) => new Map(list.map(entry => [keyOf(entry) ?? '', entry]))
const valueAt = (from: object, key: string): unknown => (Object.hasOwn(from, key) ? (from as Record<string, unknown>)[key] : undefined)
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const maxShown = 100

const shown = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  if (Array.isArray(value)) return value.every(part => typeof part === 'string') && value.length <= 6 ? cut(value.join(', ') || 'leer') : `${value.length} Einträge`
  if (isRecord(value)) return cut(nameOf(value) ?? plainParts(value) ?? `${Object.keys(value).length} Angaben`)
  return cut(String(value))
}

const nameOf = (value: Record<string, unknown>): string | undefined => {
  const name = value.title ?? value.label ?? value.name ?? value.edition ?? value.contentType
  return name === undefined ? undefined : String(name)
}

const plainParts = (value: Record<string, unknown>): string | undefined => {
  const parts = Object.entries(value)
  if (parts.length > 4 || parts.some(([, part]) => typeof part === 'object')) return undefined
  return parts.map(([key, part]) => `${key} ${String(part)}`).join(', ')
}

const cut = (text: string) => (text.length > maxShown ? `${text.slice(0, maxShown - 1)}…` : text)
