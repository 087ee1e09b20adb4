import { sql } from 'drizzle-orm'
import type { DirectoryFilter } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listCardsById } from '../../features/listing/directory.repository.ts'
import { listPublished, type DirectoryPage } from '../../features/listing/directory.service.ts'
import { buildProduct } from './product.routes.ts'
import type { Route } from './route.ts'

type Asked = { filter: DirectoryFilter; open?: true }

/** An umlaut written out, a trade by another name, two letters changed about, and who is open at this minute. */
export const directoryQuestions = {
  word: { filter: { search: 'mueller' } },
  synonym: { filter: { search: 'Blumenladen' } },
  typo: { filter: { search: 'Zimmermnan' } },
  filters: { filter: { district: 'mitte', accessibility: 'wheelchair' } },
  open: { filter: {}, open: true },
} satisfies Record<string, Asked>

export type DirectoryQuestion = keyof typeof directoryQuestions

/** Any moment will do, as long as it is the same one. */
const aTuesday = new Date('2026-03-03T10:30:00Z')

/** `word` finds what it asks for; `word-by-key` reads the same page by the ids that were found, in the same transaction of the same city. */
export const directoryRoute = (name: string): Route => async ground => {
  const { app, services } = await buildProduct(ground, ground.full)
  const [question = '', isByKey] = name.split('-by-')
  const { filter, open } = directoryQuestions[question as DirectoryQuestion] as Asked
  const city = await services.cities.find(ground.host)
  if (!city) throw new Error('the city is not there')
  const query = { filter, openAt: open ? aTuesday : null, page: 2, pageSize: 24 }
  const read = <T>(work: Parameters<typeof services.lanes.withTenant<T>>[1]) => services.lanes.withTenant(city.tenantId, work, { readOnly: true })
  const search = () => read(tx => listPublished(tx, { pack: city.pack, now: aTuesday }, query))
  const found = await search()
  if (found.cards.length === 0) throw new Error(`nothing was found for ${question}`)
  const ids = await idsOf(found)
  const byKey = async (): Promise<DirectoryPage> => ({ ...found, cards: await read(tx => listCardsById(tx, ids)) })
  app.get('/bench-directory', isByKey === undefined ? search : byKey)
  return { app, request: { method: 'GET', path: '/bench-directory', headers: { host: ground.host }, expects: found.cards[0]?.slug ?? '' } }

  async function idsOf({ cards }: DirectoryPage): Promise<string[]> {
    const rows = await read(tx => tx.execute<{ id: string }>(sql`select id from listings where slug = any(${sql.param(cards.map(({ slug }) => slug))}::text[])`))
    return rows.map(({ id }) => id)
  }
}
