import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findCity, type CityAnswer } from '../../pages/city-answer.ts'
import { findRowsVersion } from '../../pages/rows-version.ts'
import { mostWidgetCount, usualWidgetCount, writeEmbedGuide } from './embed-guide.rules.ts'
import { getCity, getScene, openHeaders, Refusal, sendRefusal, someMinutes, type MachineServices } from './machine-request.ts'
import { listNewest } from './platform-feeds.service.ts'
import { widgetHeaders } from './widget-headers.ts'
import { renderWidget, renderWidgetNotice, widgetStyleOf } from './widget.page.ts'

const html = 'text/html; charset=utf-8'

/** What is no number is answered with the usual one, what is too much with the most: the frame stays filled. */
const countOf = ({ query }: FastifyRequest): number => {
  const { anzahl } = query as { anzahl?: unknown }
  const asked = typeof anzahl === 'string' && /^\d{1,4}$/.test(anzahl) ? Number(anzahl) : usualWidgetCount
  return Math.min(mostWidgetCount, Math.max(1, asked))
}

const admitFrames = (reply: FastifyReply, headers: Record<string, string>): void => void reply.removeHeader('x-frame-options').headers(headers)

/** In a frame also what is refused has to be readable, and nothing more. */
const refuseInFrame = (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
  const city = findCity(request)
  if (!(error instanceof Refusal) || !city) throw error
  admitFrames(reply, widgetHeaders(widgetStyleOf(city.pack).source))
  void sendRefusal(reply, error, html, renderWidgetNotice(city.pack, error.message))
}

/** The list of a district for other sites, and how to put it there. `answer` keeps no header that forbids frames. */
export const registerWidget = (app: FastifyInstance, answer: CityAnswer, guideAnswer: CityAnswer, services: MachineServices): void => {
  app.get('/einbetten/betriebe', { errorHandler: refuseInFrame }, async (request, reply) => {
    const city = getCity(request, 'directory')
    const scene = getScene(services, request, city)
    const count = countOf(request)
    const version = await findRowsVersion(services.lanes, city.tenantId)
    const headers = widgetHeaders(widgetStyleOf(city.pack).source)
    const make = async () => {
      const cards = await services.lanes.withTenant(city.tenantId, tx => listNewest(tx, scene.district, count), { readOnly: true })
      return { type: html, cacheControl: someMinutes, headers, body: renderWidget(scene, cards) }
    }
    admitFrames(reply, headers)
    await answer(request, reply, city, { key: `frame ${scene.district?.id ?? ''} ${count}\n${version}`, make })
  })

  app.get('/einbetten', async (request, reply) => {
    const city = getCity(request, 'directory')
    const { pack, origin } = getScene(services, request, city)
    const headers = { ...openHeaders(request, city), 'x-robots-tag': 'noindex' }
    reply.headers(headers)
    await guideAnswer(request, reply, city, { key: 'guide', make: () => ({ type: 'text/plain; charset=utf-8', cacheControl: someMinutes, headers, body: writeEmbedGuide(pack, origin) }) })
  })
}
