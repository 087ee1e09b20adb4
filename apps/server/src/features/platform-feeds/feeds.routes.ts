import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CityAnswer } from '../../pages/city-answer.ts'
import { feedPath, type FeedFormat } from '../../pages/machine-addresses.ts'
import { findRowsVersion } from '../../pages/rows-version.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { writeAtom } from './atom.rules.ts'
import { writeCalendar } from './calendar.rules.ts'
import { feedOfBusinesses, feedOfOffers } from './feed-entries.rules.ts'
import type { FeedScene } from './feed-scene.types.ts'
import type { Feed } from './feed.rules.ts'
import { getCity, getScene, openHeaders, someMinutes, type MachineServices } from './machine-request.ts'
import { listNewest, listOffersAhead, todayOf } from './platform-feeds.service.ts'
import { writeRss } from './rss.rules.ts'

const mostEntries = 50
const mostOffers = 100
const mostEvents = 500

type List = {
  address: string
  feature: 'directory' | 'offers'
  type: string
  write: (tx: TenantTx, scene: FeedScene) => Promise<string>
}

const writers: Record<FeedFormat, { type: string; write: (feed: Feed) => string }> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: writeAtom },
}

const newestFirst = (a: { updatedAt: string }, b: { updatedAt: string }) => (a.updatedAt < b.updatedAt ? 1 : -1)

const feedsIn = (format: FeedFormat): List[] => {
  const { type, write } = writers[format]
  return [
    {
      address: feedPath('businesses', format, null), feature: 'directory', type,
      write: async (tx, scene) => write(feedOfBusinesses(scene, await listNewest(tx, scene.district, mostEntries), format)),
    },
    {
      address: feedPath('offers', format, null), feature: 'offers', type,
      write: async (tx, scene) => write(feedOfOffers(scene, (await listOffersAhead(tx, { ...scene, most: mostOffers })).toSorted(newestFirst), format)),
    },
  ]
}

const lists: readonly List[] = [
  ...feedsIn('rss'),
  ...feedsIn('atom'),
  {
    address: '/angebote.ics', feature: 'offers', type: 'text/calendar; charset=utf-8',
    write: async (tx, scene) => writeCalendar(scene, await listOffersAhead(tx, { ...scene, most: mostEvents })),
  },
]

/** What is new and what is on, for feed readers and calendars; each written once per state of the city's rows and day. */
export const registerFeeds = (app: FastifyInstance, answer: CityAnswer, services: MachineServices): void => {
  const send = ({ address, feature, type, write }: List) => async (request: FastifyRequest, reply: FastifyReply) => {
    const city = getCity(request, feature)
    const scene = getScene(services, request, city)
    const version = await findRowsVersion(services.lanes, city.tenantId)
    const headers = openHeaders(request, city)
    const make = async () => ({
      type, cacheControl: someMinutes, headers,
      body: await services.lanes.withTenant(city.tenantId, tx => write(tx, scene), { readOnly: true }),
    })
    reply.headers(headers)
    await answer(request, reply, city, { key: `feed ${address} ${scene.district?.id ?? ''}\n${version}\n${todayOf(scene.now)}`, make })
  }
  for (const list of lists) app.get(list.address, send(list))
}
