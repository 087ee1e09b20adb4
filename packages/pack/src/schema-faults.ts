import type { z } from 'zod'
import { pathText, type Fault, type PathPart } from './fault.ts'
import { nearest, suggestion } from './nearest.ts'
import type { YamlSource } from './read-yaml.ts'

const maxFaultsPerFile = 50

export type Checked<T> = { ok: true; value: T } | { ok: false; faults: Fault[] }

/** Checks a file against its schema; each fault names line and path and says in German what is wrong and what to do. */
export const checkSource = <T>(source: YamlSource, schema: z.ZodType<T>): Checked<T> => {
  const result = schema.safeParse(source.data ?? {}, { reportInput: true })
  if (result.success) return { ok: true, value: result.data }
  const issues = firstPerPath(result.error.issues).filter(issue => !isMisspelt(issue, result.error.issues))
  return { ok: false, faults: issues.flatMap(issue => issueFaults(source, issue)).slice(0, maxFaultsPerFile) }
}

/** A value of the wrong kind may fail several checks; the first one says it. Unknown keys stand for themselves. */
const firstPerPath = (issues: readonly z.core.$ZodIssue[]) => {
  const seen = new Set<string>()
  return issues.filter(issue => {
    const path = issue.path.join('\0')
    if (issue.code === 'unrecognized_keys') return true
    return !seen.has(path) && seen.add(path)
  })
}

/** A missing key that stands there under a slightly wrong name is one mistake, told by the unknown key. */
const isMisspelt = (missing: z.core.$ZodIssue, issues: readonly z.core.$ZodIssue[]): boolean => {
  const name = missing.path.at(-1)
  if (missing.input !== undefined || typeof name !== 'string') return false
  const parent = pathText(missing.path.slice(0, -1).map(String))
  return issues.some(
    issue => issue.code === 'unrecognized_keys' && pathText(issue.path.map(String)) === parent && issue.keys.some(key => nearest(key, [name])),
  )
}

const issueFaults = (source: YamlSource, issue: z.core.$ZodIssue): Fault[] => {
  const path = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code !== 'unrecognized_keys') return [fault(source, path, sentence(issue, path))]
  const sentences = issue.message.split('\n')
  return issue.keys.slice(0, maxFaultsPerFile).map((key, index) => fault(source, [...path, key], sentences[index] ?? issue.message))
}

/** A fault at a path of a file that was read. */
export const fault = (source: YamlSource, path: readonly PathPart[], message: string): Fault => ({
  file: source.file,
  path: pathText(path),
  line: source.lineOf(path),
  message,
})

const sentence = (issue: z.core.$ZodIssue, path: readonly PathPart[]): string => {
  const name = `„${String(path.findLast(part => typeof part === 'string') ?? 'Der Eintrag')}“`
  if (issue.code !== 'custom' && issue.input === undefined) return `${name} fehlt. Bitte ergänzen Sie die Angabe.`
  if (issue.code !== 'custom' && (issue.input === null || issue.input === '')) return `${name} ist leer. Bitte füllen Sie die Angabe aus oder löschen Sie die Zeile.`
  if (issue.code === 'custom' || isOurs(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(name, issue.expected, issue.input)
    case 'invalid_value':
      return `${shown(issue.input)} ist für ${name} nicht vorgesehen. ${suggestion(String(issue.input), issue.values.map(String))}`
    case 'too_big':
      return `${name} ist zu ${measure(issue.origin, 'lang', 'groß')}. Erlaubt: höchstens ${issue.maximum}${unit(issue.origin)}.`
    case 'too_small':
      return `${name} ist zu ${measure(issue.origin, 'kurz', 'klein')}. Nötig: mindestens ${issue.minimum}${unit(issue.origin)}.`
    case 'invalid_key':
      return `${name} ist als Schlüssel nicht erlaubt. ${issue.issues[0]?.message ?? ''}`.trim()
    case 'invalid_format':
      return `${shown(issue.input)} hat nicht die Form, die ${name} braucht. Bitte prüfen Sie die Schreibweise.`
    default:
      return `${name} ist so nicht verwendbar. Bitte prüfen Sie den Eintrag.`
  }
}

const kinds: Record<string, string> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein Abschnitt mit Schlüsseln',
  record: 'ein Abschnitt mit Schlüsseln',
}

const wrongType = (name: string, expected: string, input: unknown) => {
  if (expected === 'string' && typeof input !== 'object') return `${name} muss ein Text sein. Bitte setzen Sie ${shown(input)} in Anführungszeichen.`
  return `${name} muss ${kinds[expected] ?? 'von anderer Art'} sein. Bitte ändern Sie den Eintrag.`
}

const measure = (origin: string, ofLength: string, ofSize: string) => (origin === 'string' || origin === 'array' ? ofLength : ofSize)
const unit = (origin: string) => (origin === 'string' ? ' Zeichen' : origin === 'array' ? ' Einträge' : '')
const shown = (input: unknown) => (typeof input === 'object' ? 'Der Wert' : `„${String(input).slice(0, 60)}“`)
/** Our own sentences end like sentences; zod's own default texts do not. */
const isOurs = (message: string) => message.endsWith('.')

/** Checks what was put together from sound files: only lengths can still be wrong there, each told by its path. */
export const checkResolved = <T>(file: string, value: unknown, schema: z.ZodType<T>): Checked<T> => {
  const result = schema.safeParse(value)
  if (result.success) return { ok: true, value: result.data }
  const message = 'Zusammengesetzt wird diese Angabe zu lang. Bitte kürzen Sie sie.'
  return { ok: false, faults: firstPerPath(result.error.issues).map(issue => ({ file, path: pathText(issue.path.map(String)), line: 1, message })) }
}
