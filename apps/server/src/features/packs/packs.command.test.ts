import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import type { Folder } from '@digitallotsen/pack/folder.ts'
import { patched, smallCity, smallFramework } from '@digitallotsen/pack/small-pack.fixture.ts'
import { runPackCommand } from './packs.command.ts'

let db: TestDatabase
let tenantsDirectory: string

beforeAll(async () => {
  db = await createTestDatabase()
  tenantsDirectory = await mkdtemp(join(tmpdir(), 'digitallotsen-packs-'))
  await write('framework', smallFramework)
  await write('musterstadt', smallCity)
})
afterAll(async () => {
  await db.close()
  await rm(tenantsDirectory, { recursive: true })
})

const write = async (name: string, folder: Folder) => {
  for (const [file, text] of Object.entries(folder)) {
    const path = join(tenantsDirectory, name, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

const run = async (...words: string[]) => {
  const lines: string[] = []
  const code = await runPackCommand({ tenantsDirectory, withOperatorLanes: use => use(db.operator), print: line => lines.push(line), user: 'test' }, words)
  return { code, lines }
}

describe('npm run pack', () => {
  it('validate says that all is well', async () => {
    const { code, lines } = await run('validate', 'musterstadt')
    expect(code).toBe(0)
    expect(lines[0]).toBe('musterstadt: in Ordnung (Handlungsrahmen 1.0.0, de, en, 5 Punkte vor Go-live zu prüfen)')
  })

  it('plan, apply, apply: new, applied, no change', async () => {
    expect(await run('plan')).toMatchObject({ code: 0, lines: expect.arrayContaining(['musterstadt: neue Stadt']) })
    expect(await run('apply', 'musterstadt')).toMatchObject({ code: 0, lines: expect.arrayContaining(['musterstadt: Fassung 1 angewendet']) })
    expect(await run('apply', 'musterstadt')).toEqual({ code: 0, lines: ['musterstadt: keine Änderung (Fassung 1)'] })
    expect(await run('plan', 'musterstadt')).toEqual({ code: 0, lines: ['musterstadt: keine Änderung (Fassung 1)'] })
  })

  it('plan shows what would change, and only that', async () => {
    await write('musterstadt', patched(smallCity, 'pack.yaml', '"#005CA9"', '"#1A5FB4"'))
    const { code, lines } = await run('plan', 'musterstadt')
    expect(code).toBe(0)
    expect(lines.slice(0, 2)).toEqual(['musterstadt: ändert Fassung 1', '  geändert: brand.color: #005CA9 → #1A5FB4'])
    await write('musterstadt', smallCity)
  })

  it('apply refuses a broken pack with its faults and writes nothing', async () => {
    await write('musterstadt', patched(smallCity, 'pack.yaml', '"#005CA9"', 'blau'))
    expect(await run('apply', 'musterstadt')).toEqual({
      code: 1,
      lines: ['musterstadt: nicht in Ordnung', '  pack.yaml:10 brand.color – Eine Farbe hat ein # und sechs Stellen, zum Beispiel „#1A5FB4“.'],
    })
    await write('musterstadt', smallCity)
    expect(await run('plan', 'musterstadt')).toEqual({ code: 0, lines: ['musterstadt: keine Änderung (Fassung 1)'] })
  })

  it('apply refuses another city’s host', async () => {
    await write('zweitstadt', patched(smallCity, 'pack.yaml', 'slug: musterstadt', 'slug: zweitstadt'))
    expect(await run('apply', 'zweitstadt')).toEqual({
      code: 1,
      lines: ['zweitstadt: abgelehnt, nichts wurde geändert', '  Der Rechnername „musterstadt.localhost“ gehört schon zu „musterstadt“. Bitte ändern Sie „hosts“ in pack.yaml.'],
    })
  })

  it('diff compares two cities', async () => {
    expect(await run('diff', 'musterstadt', 'zweitstadt')).toEqual({ code: 0, lines: ['musterstadt → zweitstadt', '  geändert: slug: musterstadt → zweitstadt'] })
  })

  it('checklist names file and line of what is open', async () => {
    const { lines } = await run('checklist', 'musterstadt')
    expect(lines.slice(0, 2)).toEqual(['musterstadt: vor Go-live zu prüfen (5)', '  [ ] Wirtschaftsförderung Musterstadt – pack.yaml:12'])
  })

  it('a line that makes no sense is answered with help', async () => {
    expect(await run('aply', 'musterstadt')).toMatchObject({ code: 2 })
    expect(await run('diff', 'musterstadt')).toMatchObject({ code: 2 })
    expect(await run('validate', 'musterstat')).toEqual({ code: 2, lines: [`Eine Stadt „musterstat“ gibt es nicht unter ${tenantsDirectory}. Meinten Sie „musterstadt“?`] })
  })
})
