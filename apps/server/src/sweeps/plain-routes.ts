import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { TestRequest } from '../testing/test-app.ts'
import { isGood, toComparable } from './answers.ts'
import type { Case } from './case-scene.ts'
import type { Asker } from './known-inputs.ts'
import type { Probe } from './probe.ts'

type Ids = (entities: Case) => { id: string; key?: string }
type Request = Omit<TestRequest, 'host' | 'cookie'>

/** A route beside tRPC that takes an id: how it is asked, with what of a case, and by whom it is meant to be. */
export type PlainRoute = { route: string; request: (id: string, key: string) => Request; ids: Ids; as: Asker; writes?: boolean }

let picture: Buffer | undefined
const loadPicture = async () => (picture ??= await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } }).png().toBuffer())

/** A form as a browser sends it. */
export const formOf = (fields: Readonly<Record<string, string>>, photo: Buffer): Pick<TestRequest, 'headers' | 'payload'> => {
  const boundary = 'grenze'
  const parts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="photo"; filename="bild.png"\r\ncontent-type: image/png\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(parts.join('') + file), photo, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}

const get = (path: (id: string) => string) => (id: string, key: string): Request => ({ method: 'GET', url: `${path(id)}${key === '' ? '' : `?key=${key}`}` })
const claimed: Ids = ({ assessments }) => ({ id: assessments.claimed })

export const listPlainRoutes = async (): Promise<PlainRoute[]> => {
  const photo = await loadPicture()
  return [
    { route: '/files/:fileId', request: get(id => `/files/${id}`), ids: ({ fileId }) => ({ id: fileId }), as: 'merchant' },
    { route: '/files/:fileId', request: get(id => `/files/${id}`), ids: ({ fileId }) => ({ id: fileId }), as: 'office' },
    { route: '/bilder/:fileId', request: get(id => `/bilder/${id}`), ids: ({ listing }) => ({ id: listing.listingFileId }), as: 'anonymous' },
    { route: '/bilder/:fileId/klein', request: get(id => `/bilder/${id}/klein`), ids: ({ listing }) => ({ id: listing.listingFileId }), as: 'anonymous' },
    ...['', '/en'].flatMap((language): PlainRoute[] => [
      { route: `${language}/betriebe/:slug`, request: get(id => `${language}/betriebe/laden-${id}`), ids: ({ listing }) => ({ id: listing.slug.replace('laden-', '') }), as: 'anonymous' },
      { route: `${language}/angebote/:offerId`, request: get(id => `${language}/angebote/${id}`), ids: ({ listing }) => ({ id: listing.liveOfferId }), as: 'anonymous' },
    ]),
    { route: '/bilder/og/:slug.png', request: get(slug => `/bilder/og/${slug}.png`), ids: ({ listing }) => ({ id: listing.slug }), as: 'anonymous' },
    { route: '/betriebe/:slug.vcf', request: get(slug => `/betriebe/${slug}.vcf`), ids: ({ listing }) => ({ id: listing.slug }), as: 'anonymous' },
    { route: '/kalender/:token.ics', request: get(token => `/kalender/${token}.ics`), ids: ({ visits }) => ({ id: visits.feed.token }), as: 'anonymous' },
    ...['', '/en'].map((language): PlainRoute => ({ route: `${language}/termin/:token`, request: get(token => `${language}/termin/${token}`), ids: ({ visits }) => ({ id: visits.linkToken }), as: 'anonymous' })),
    { route: '/postfach/:id', request: get(id => `/postfach/${id}`), ids: ({ mailId }) => ({ id: mailId }), as: 'anonymous' },
    { route: '/pdf/result/:assessmentId', request: get(id => `/pdf/result/${id}`), ids: claimed, as: 'merchant' },
    { route: '/pdf/result/:assessmentId', request: get(id => `/pdf/result/${id}`), ids: claimed, as: 'office' },
    { route: '/pdf/result/:assessmentId', request: get(id => `/pdf/result/${id}`), ids: ({ assessments, keys }) => ({ id: assessments.free, key: keys.free }), as: 'anonymous' },
    { route: '/pdf/plan/:merchantId', request: get(id => `/pdf/plan/${id}`), ids: ({ merchantId }) => ({ id: merchantId }), as: 'merchant' },
    { route: '/pdf/plan/:merchantId', request: get(id => `/pdf/plan/${id}`), ids: ({ merchantId }) => ({ id: merchantId }), as: 'office' },
    { route: '/pdf/poster/:merchantId', request: get(id => `/pdf/poster/${id}`), ids: ({ merchantId }) => ({ id: merchantId }), as: 'merchant' },
    { route: '/pdf/website/:auditId', request: get(id => `/pdf/website/${id}`), ids: ({ website }) => ({ id: website.auditId }), as: 'merchant' },
    { route: '/pdf/website/:auditId', request: get(id => `/pdf/website/${id}`), ids: ({ website }) => ({ id: website.auditId }), as: 'office' },
    { route: '/mein-betrieb/*', request: get(id => `/mein-betrieb/${id}`), ids: ({ merchantId }) => ({ id: merchantId }), as: 'merchant' },
    { route: '/buero/*', request: get(id => `/buero/betriebe/${id}`), ids: ({ merchantId }) => ({ id: merchantId }), as: 'office' },
    {
      route: '/upload/listing-photo', ids: ({ merchantId }) => ({ id: merchantId }), as: 'merchant', writes: true,
      request: id => ({ method: 'POST', url: '/upload/listing-photo', ...formOf({ merchantId: id, alt: 'Bild', idempotencyKey: randomUUID() }, photo) }),
    },
    {
      route: '/upload/evidence', ids: ({ taskId }) => ({ id: taskId }), as: 'merchant', writes: true,
      request: id => ({ method: 'POST', url: '/upload/evidence', ...formOf({ taskId: id, alt: 'Bild', idempotencyKey: randomUUID() }, photo) }),
    },
  ]
}

/** Pages without an id, asked on one host right after the other: what is kept of the one may not come on the other. */
const machinePages = [
  '/betriebe.rss', '/betriebe.atom', '/betriebe.rss?stadtteil=mitte', '/angebote.rss', '/angebote.atom?stadtteil=mitte', '/angebote.ics', '/daten/betriebe.json',
  '/daten/betriebe.geojson', '/daten/betriebe.csv', '/einbetten', '/einbetten/betriebe', '/einbetten/betriebe?stadtteil=mitte&anzahl=30',
]
const pages = [...machinePages, '/', '/en', '/betriebe', '/en/betriebe', '/betriebe?suche=laden', '/betriebe?stadtteil=mitte&geoeffnet=1', '/angebote', '/en/angebote?zeitraum=woche', '/impressum', '/datenschutz', '/en/impressum', '/robots.txt', '/sitemap.xml', '/theme.css', '/postfach', '/abbestellen', `/abbestellen?zu=${'x'.repeat(43)}`, '/en/abbestellen', '/anmelden', '/konto', '/gibt-es-nicht', '/.well-known/security.txt']

const sweepPages = async (probe: Probe): Promise<void> => {
  const { app } = probe.scene
  const { city } = probe.victim
  const cookie = await app.signIn(city, city.people.office.id)
  await probe.lookAgain()
  for (const url of pages) {
    await probe.send({ method: 'GET', url, host: city.host, cookie })
    for (const visitor of ['anonymous', 'office', 'foreign', 'foreign-signed'] as const) {
      await probe.try({ method: 'GET', url, host: probe.city.host, cookie: await probe.cookieOf(visitor) }, `${url} as ${visitor}`, { writes: false })
    }
  }
}

/** The same questions as for procedures: own id, foreign id, unknown id; and the victim's key with the victim's check. */
export const sweepPlainRoutes = async (probe: Probe, routes: readonly PlainRoute[]): Promise<void> => {
  for (const { route, request, ids, as, writes = false } of routes) {
    for (let round = 0; round < probe.rounds; round++) {
      if (writes) await probe.renew()
      const own = ids(probe.own)
      const answer = await probe.send({ ...request(own.id, own.key ?? ''), host: probe.city.host, cookie: await probe.cookieOf(as) })
      probe.findings.ownControls++
      if (!isGood(answer)) probe.findings.failedControls.push(`${route} as ${as}: ${answer.status} ${answer.body.slice(0, 200)}`)
    }
    for (const victimCase of probe.victim.cases) {
      const { id, key = '' } = ids(victimCase)
      for (const visitor of probe.visitors) {
        const answers: string[] = []
        await probe.forgetAttempts()
        for (const tried of [id, randomUUID()]) {
          const sent = { ...request(tried, key), host: probe.city.host, cookie: await probe.cookieOf(visitor) }
          answers.push(toComparable(await probe.try(sent, `${route} as ${visitor}`, { writes })))
        }
        probe.compare(`${route} as ${visitor}`, answers[0] ?? '', answers[1] ?? '')
      }
    }
  }
  await sweepPages(probe)
}
