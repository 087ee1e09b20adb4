import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { iconNames } from './icon-names.ts'

test('the sprite holds exactly the symbols that have a name', async () => {
  const sprite = await readFile(new URL('./sprite.svg', import.meta.url), 'utf8')
  const symbols = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1])
  expect(symbols.toSorted()).toEqual(iconNames.toSorted())
})
