import type { FastifyRequest } from 'fastify'
import { directoryFilter, type DirectoryFilter } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { countPublished, listPublished } from '../../features/listing/directory.service.ts'
import type { DirectoryCounts, DirectoryPage } from '../../features/listing/directory.service.ts'
import { holidaysFor } from '../../features/listing/holidays.rules.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { RowsPage, Scene } from '../rows-pages.ts'
import type { DirectoryPageQuery, PublicPages } from '../public-pages.types.ts'
import { directoryPath, platformPaths } from '../platform-addresses.ts'
import { lastPageOf, pageNumberOf, paramsOf, wordOf } from './page-address.ts'
import { theMinute, type RowsVersionOf } from './page-time.ts'

const pageSize = 24
/** Pages of a list that many people turn to. */
const mostCommonPages = 20
const longestSearch = 120

const readQuery = (request: FastifyRequest): DirectoryPageQuery => {
  const param = paramsOf(request)
  return {
    search: param('suche').slice(0, longestSearch).toWellFormed(),
    district: wordOf(param('stadtteil')),
    category: wordOf(param('branche')),
    language: wordOf(param('sprache')),
    accessibility: wordOf(param('barrierefrei')),
    open: param('geoeffnet') === '1',
    page: pageNumberOf(param('seite')),
  }
}

/** One filter with a word that the pack knows, or none: anybody can think of any number of other questions. */
const isCommon = ({ search, district, category, language, accessibility, open, page }: DirectoryPageQuery, { city, categories }: ResolvedPack): boolean => {
  const asked = [district, category, language, accessibility, open || null].filter(word => word !== null).length
  const isKnown = (district === null || city.districts.some(({ id }) => id === district)) && (category === null || categories.some(({ id }) => id === category))
  return search === '' && asked <= 1 && isKnown && language === null && accessibility === null && page <= mostCommonPages
}

/** Undefined where a word is none that a business could ever have chosen. */
const filterOf = ({ search, district, category, language, accessibility }: DirectoryPageQuery): DirectoryFilter | undefined => {
  const given = Object.entries({ search, district, category, language, accessibility }).filter(([, value]) => value !== null && value !== '')
  const { data } = directoryFilter.safeParse(Object.fromEntries(given))
  return data
}

type Found = { query: DirectoryPageQuery; result: DirectoryPage; counts: DirectoryCounts }

const nothing = (page: number): DirectoryPage => ({ cards: [], total: 0, page, pageSize, corrected: false })

/** The directory of a city's businesses, searched and filtered by the address. */
export const directoryPage = (pages: Pick<PublicPages, 'renderDirectory'>, versionOf: RowsVersionOf): RowsPage<DirectoryPageQuery, Found> => ({
  path: platformPaths.directory,
  isOffered: ({ directory }) => directory,
  read: readQuery,
  pathOf: directoryPath,
  isSearch: (query, pack) => !isCommon(query, pack),
  timeOf: theMinute,
  versionOf,
  async find(tx, scene, query) {
    const filter = filterOf(query)
    const { page } = query
    const counts = await countPublished(tx, scene.version)
    const result = filter ? await listPublished(tx, scene, { filter, openAt: query.open ? scene.now : null, page, pageSize }) : nothing(page)
    const last = lastPageOf(result.total, pageSize)
    if (page > last) return { kind: 'moved', path: directoryPath({ ...query, page: last }), forGood: false }
    return { kind: 'found', found: { query, result, counts } }
  },
  render: (view, found, { pack, now }: Scene) => pages.renderDirectory({ ...view, ...found, now, holidays: holidaysFor(pack, now) }),
})
