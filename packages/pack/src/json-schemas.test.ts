import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { jsonSchemas } from './json-schemas.ts'

const directory = join(import.meta.dirname, '../schemas')

it('the committed JSON schemas are those of the code; `node src/write-json-schemas.ts` writes them anew', async () => {
  const names = await readdir(directory)
  const committed = await Promise.all(names.map(async name => [name, await readFile(join(directory, name), 'utf8')]))
  expect(Object.fromEntries(committed)).toEqual(jsonSchemas())
})
