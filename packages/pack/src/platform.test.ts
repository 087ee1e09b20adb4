import { expect, it } from 'vitest'
import { dataLicenceOf } from './data-licence.ts'
import { federalStateOf } from './federal-states.ts'
import { loadFramework, loadPack } from './load.ts'
import { resolvedPack } from './resolved-pack.schemas.ts'
import { patched, smallCity, smallFramework } from './small-pack.fixture.ts'

const packOf = async (folder = smallCity) => {
  const loaded = await loadFramework(smallFramework)
  if (!loaded.ok) throw new Error('the framework was refused')
  const result = await loadPack(folder, loaded.framework)
  if (!result.ok) throw new Error('the pack was refused')
  return result.pack
}

it('a city looks before a page appears, unless it says otherwise', async () => {
  expect((await packOf()).platform).toEqual({ moderation: 'before' })
  expect((await packOf(patched(smallCity, 'pack.yaml', 'features:', 'platform: { moderation: after }\nfeatures:'))).platform).toEqual({ moderation: 'after' })
})

it('open data come under the licence the city names, else under one that is marked as a proposal', async () => {
  const licence = async (lines: string) => dataLicenceOf(await packOf(patched(smallCity, 'pack.yaml', 'features:', `platform: ${lines}\nfeatures:`)))
  expect(dataLicenceOf(await packOf())).toMatchObject({ name: 'CC BY 4.0', confirmed: false })
  expect(await licence('{ dataLicence: { name: CC BY 4.0, verify: true } }')).toMatchObject({ name: 'CC BY 4.0', confirmed: false })
  expect(await licence('{ dataLicence: { name: DL-DE Zero 2.0 } }')).toEqual({ name: 'DL-DE Zero 2.0', confirmed: true, url: 'https://www.govdata.de/dl-de/zero-2-0' })
})

it('the Bundesland follows from the municipality key, and may be named', async () => {
  expect((await packOf()).federalState).toBe('NW')
  expect((await packOf(patched(smallCity, 'pack.yaml', 'state: draft', 'federalState: BY\nstate: draft'))).federalState).toBe('BY')
  expect(['02000000', '16055000', undefined].map(federalStateOf)).toEqual(['HH', 'TH', 'NW'])
})

it('a pack that was stored before there was a directory is still read', async () => {
  const { categories: _c, platform: _p, federalState: _f, ...earlier } = await packOf()
  expect(resolvedPack.parse(earlier)).toMatchObject({ categories: [], platform: { moderation: 'before' }, federalState: 'NW' })
})
