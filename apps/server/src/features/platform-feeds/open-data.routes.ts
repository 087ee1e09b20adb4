import { createHash } from 'node:crypto'
import { addAbortSignal, pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { openDataPaths } from '../../pages/machine-addresses.ts'
import { findRowsVersion } from '../../pages/rows-version.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { listAllPublished } from '../listing/directory.service.ts'
import { getCity, getScene, openHeaders, Refusal, someMinutes, type MachineServices } from './machine-request.ts'
import { openDataFormats, type OpenDataFormat, type OpenDataFormatName } from './open-data-formats.rules.ts'
import { openDataHead, openDataRow, type OpenDataScene } from './open-data.rules.ts'
import { todayOf } from './platform-feeds.service.ts'

const rowsAtOnce = 500
/** Whoever reads more slowly has to ask again: a request under way takes a place from others. */
const mostMs = 20_000
/** At the same time and per city: the others find a place as well. */
const mostStreams = 2

type ReadPage = (after: string | null) => Promise<PublicListing[]>

const isIn = ({ district }: OpenDataScene, { content }: PublicListing): boolean => district === null || content.address.districtId === district.id

/** Page by page, as fast as the reader takes it; no more than one page is in memory, and between two no lane is held. */
async function* partsOf(format: OpenDataFormat, scene: OpenDataScene, first: PublicListing[], readPage: ReadPage): AsyncGenerator<string> {
  const head = openDataHead(scene)
  yield format.head(head)
  let page = first
  let isFirst = true
  while (page.length > 0) {
    const rows = page.filter(listing => isIn(scene, listing)).map(listing => openDataRow(scene, listing))
    if (rows.length > 0) yield format.rows(head, rows, isFirst)
    isFirst &&= rows.length === 0
    page = page.length < rowsAtOnce ? [] : await readPage(page.at(-1)?.slug ?? null)
  }
  yield format.tail
}

const isKnownTo = ({ headers }: FastifyRequest, tag: string): boolean => headers['if-none-match']?.split(',').some(each => each.trim() === tag) ?? false

const zipped = (source: Readable): Readable => {
  const zip = createGzip()
  pipeline(source, zip, () => undefined)
  return zip
}

/** All live pages of the city as open data, in three formats, while they are being read. */
export const registerOpenData = (app: FastifyInstance, services: MachineServices): void => {
  const readPageOf = ({ tenantId }: CityEntry): ReadPage => after =>
    services.lanes.withTenant(tenantId, tx => listAllPublished(tx, { after, most: rowsAtOnce }), { readOnly: true })

  const streams = new Map<string, number>()
  const leave = (tenantId: string) => void streams.set(tenantId, (streams.get(tenantId) ?? 1) - 1)

  const register = (name: OpenDataFormatName) =>
    app.get(openDataPaths[name], async (request, reply) => {
      const format = openDataFormats[name]
      const city = getCity(request, 'directory')
      const { now, ...common } = getScene(services, request, city)
      const scene = { ...common, now, today: todayOf(now) }
      const version = await findRowsVersion(services.lanes, city.tenantId)
      const isZipped = negotiate(request.headers['accept-encoding'] ?? '', ['gzip', 'identity']) === 'gzip'
      const parts = [city.tenantId, city.version, city.sample, scene.origin, scene.today, scene.district?.id, version, name]
      const tag = `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16)}"`
      const { lizenz } = openDataHead(scene)
      reply.headers({ ...openHeaders(request, city), 'cache-control': someMinutes, etag: tag, vary: 'accept-encoding', link: `<${lizenz.url}>; rel="license"` })
      if (isKnownTo(request, tag)) return reply.code(304).send()

      const under = streams.get(city.tenantId) ?? 0
      if (under >= mostStreams) throw new Refusal(503, 'Gerade laden schon andere diese Daten. Bitte versuchen Sie es in einer halben Minute noch einmal.', '30')
      streams.set(city.tenantId, under + 1)
      reply.raw.once('close', () => leave(city.tenantId))
      const readPage = readPageOf(city)
      const rows = Readable.from(partsOf(format, scene, await readPage(null), readPage))
      addAbortSignal(AbortSignal.timeout(mostMs), rows)
      reply.type(format.type).header('content-disposition', `inline; filename="betriebe.${name}"`)
      return isZipped ? reply.header('content-encoding', 'gzip').send(zipped(rows)) : reply.send(rows)
    })
  for (const name of Object.keys(openDataPaths) as OpenDataFormatName[]) register(name)
}
