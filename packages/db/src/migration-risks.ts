/** A migration as it lies in the folder: its name, and its text. */
export interface MigrationText {
  readonly tag: string
  readonly text: string
}

export interface MigrationRisk {
  readonly tag: string
  readonly statement: string
  readonly reason: string
}

const BREAKPOINT = '--> statement-breakpoint'
const COMMENT = /--[^\n]*/g
const CREATED = /^create table (?:if not exists )?"?([a-z_]+)"?/i
const INDEXED = /^create (?:unique )?index .*? on "?([a-z_]+)"?/i
const NOT_NULL = /^alter table "?([a-z_]+)"? alter column "?([a-z_]+)"? set not null/i

const REFUSED: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /add column .* default \(?(?:gen_random_uuid|random|clock_timestamp|nextval|uuidv7)\b/i, reason: 'a default that differs by row rewrites the table' },
  { pattern: /^drop table|^alter table .* drop column|^alter table .* rename/i, reason: 'the version that is running still asks for it' },
  { pattern: /^alter table .* alter column .* type /i, reason: 'another type rewrites the table' },
  { pattern: /^alter table .* add constraint .* (?:foreign key|check) (?!.*not valid)/i, reason: 'checking all rows locks the table: add it NOT VALID, validate later' },
  { pattern: /disable row level security|no force row level security|grant .* truncate|bypassrls/i, reason: 'it takes the wall away' },
]

/**
 * Lists what must not happen to a database in use (TRUST P10): long locks, a step the running version cannot follow, a table
 * without its wall. Tables that the same migration creates are empty and may be given anything; those of the first release
 * (`firstRelease` names its last migration) count as one migration.
 */
export function listMigrationRisks(migrations: readonly MigrationText[], firstRelease: string, openTables: ReadonlySet<string>): MigrationRisk[] {
  const end = migrations.findIndex(({ tag }) => tag === firstRelease) + 1
  const first = { tag: firstRelease, text: migrations.slice(0, end).map(({ text }) => text).join(`\n${BREAKPOINT}\n`) }
  const units = [first, ...migrations.slice(end)].map(({ tag, text }) => ({ tag, statements: statementsOf(text) }))
  return units.flatMap(({ tag, statements }) =>
    [...listLocks(statements), ...listUnwalled(statements, openTables)].map(risk => ({ tag, ...risk })))
}

type Found = Omit<MigrationRisk, 'tag'>

function listLocks(statements: readonly string[]): Found[] {
  const fresh = new Set(statements.map(statement => CREATED.exec(statement)?.[1] ?? ''))
  return statements.filter(statement => !fresh.has(tableOf(statement) ?? 'any')).flatMap(statement => {
    const reasons = REFUSED.filter(({ pattern }) => pattern.test(statement)).map(({ reason }) => reason)
    if (INDEXED.test(statement)) reasons.push('building an index locks the table against writing')
    if (NOT_NULL.test(statement) && !isChecked(statement, statements)) reasons.push('needs a validated CHECK (… IS NOT NULL) before')
    return reasons.map(reason => ({ statement, reason }))
  })
}

function listUnwalled(statements: readonly string[], openTables: ReadonlySet<string>): Found[] {
  const walled = statements.filter(statement => statement.includes('dl.build_wall(')).join()
  return statements.flatMap(statement => {
    const table = CREATED.exec(statement)?.[1]
    if (table === undefined || openTables.has(table) || walled.includes(`'${table}'`)) return []
    return [{ statement: `create table ${table}`, reason: 'the table gets no wall and is not exempt' }]
  })
}

function tableOf(statement: string): string | undefined {
  return INDEXED.exec(statement)?.[1] ?? /^alter table (?:only )?"?([a-z_]+)"?/i.exec(statement)?.[1]
}

function isChecked(statement: string, statements: readonly string[]): boolean {
  const column = NOT_NULL.exec(statement)?.[2] ?? ''
  const before = statements.slice(0, statements.indexOf(statement))
  const name = before.map(earlier => new RegExp(`add constraint "?([a-z_]+)"? check \\(\\(?"?${column}"? is not null`, 'i').exec(earlier)?.[1]).find(Boolean)
  return name !== undefined && before.some(earlier => new RegExp(`validate constraint "?${name}"?`, 'i').test(earlier))
}

function statementsOf(text: string): string[] {
  return text.split(BREAKPOINT).map(part => part.replace(COMMENT, '').replace(/\s+/g, ' ').trim()).filter(part => part !== '')
}
