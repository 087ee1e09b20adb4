import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openTables } from './catalogue/exemptions.ts'
import { listMigrationRisks, type MigrationText } from './migration-risks.ts'
import { migrationsFolder } from './migrations.ts'
import * as schema from './schema.ts'

const FIRST_RELEASE = '0002_walls'
const open = new Set(openTables.map(({ table }) => table.replace('public.', '')))
const migrations: MigrationText[] = readdirSync(migrationsFolder)
  .filter(file => file.endsWith('.sql'))
  .sort()
  .map(file => ({ tag: file.replace('.sql', ''), text: readFileSync(join(migrationsFolder, file), 'utf8') }))

const risksOf = (...later: string[]) =>
  listMigrationRisks([...migrations, ...later.map((text, i) => ({ tag: `9${i}`, text }))], FIRST_RELEASE, open).map(({ reason }) => reason)

describe('the migrations', () => {
  test('hold no step that a database in use could not follow', () => {
    expect(risksOf()).toEqual([])
  })

  test('and the tables in code say the same', async () => {
    const latest = readdirSync(join(migrationsFolder, 'meta')).filter(file => file.endsWith('_snapshot.json')).sort().at(-1) ?? ''
    const snapshot = JSON.parse(readFileSync(join(migrationsFolder, 'meta', latest), 'utf8')) as ReturnType<typeof generateDrizzleJson>
    expect(await generateMigration(snapshot, generateDrizzleJson(schema, snapshot.id))).toEqual([])
  })

  test.each([
    ['a table without a wall', 'create table "visits" (id uuid)', 'the table gets no wall and is not exempt'],
    ['an index on a table in use', 'create index x on "merchants" (tenant_id)', 'building an index locks the table against writing'],
    ['a column dropped', 'alter table "merchants" drop column "trade"', 'the version that is running still asks for it'],
    ['a column renamed', 'alter table merchants rename column trade to branch', 'the version that is running still asks for it'],
    ['a table dropped', 'drop table tasks', 'the version that is running still asks for it'],
    ['a type changed', 'alter table merchants alter column postcode type integer using 1', 'another type rewrites the table'],
    ['a default that differs by row', 'alter table merchants add column token uuid default gen_random_uuid()', 'a default that differs by row rewrites the table'],
    ['NOT NULL out of the blue', 'alter table merchants alter column phone set not null', 'needs a validated CHECK (… IS NOT NULL) before'],
    ['a reference that is checked at once', 'alter table tasks add constraint x foreign key (tenant_id, id) references plans (tenant_id, id)', 'checking all rows locks the table: add it NOT VALID, validate later'],
    ['a wall taken away', 'alter table tasks disable row level security', 'it takes the wall away'],
  ])('would be refused: %s', (_, statement, reason) => {
    expect(risksOf(statement)).toEqual([reason])
  })

  test('may bring a new table with its keys, indexes and wall', () => {
    const table = [
      'create table "visits" (tenant_id uuid not null, id uuid not null)', 'create index visits_x on "visits" (tenant_id, id)',
      'alter table "visits" add constraint x foreign key (tenant_id, id) references plans (tenant_id, id)', `select dl.build_wall('visits', 'select')`,
    ]
    expect(risksOf(table.join('\n--> statement-breakpoint\n'))).toEqual([])
  })

  test('may forbid NULL after a check that was validated', () => {
    const steps = [
      'alter table merchants add constraint phone_given check (phone is not null) not valid', 'alter table merchants validate constraint phone_given',
      'alter table merchants alter column phone set not null',
    ]
    expect(risksOf(steps.join('\n--> statement-breakpoint\n'))).toEqual([])
    expect(risksOf(`${steps[0]}\n--> statement-breakpoint\n${steps[2]}`)).toEqual(['needs a validated CHECK (… IS NOT NULL) before'])
  })
})
