import type { FastifyPluginAsync } from 'fastify'
import { createCityAnswer } from '../../pages/city-answer.ts'
import { PageStore } from '../../pages/page-store.ts'
import { registerBusinessFiles } from './business-files.routes.ts'
import { registerFeeds } from './feeds.routes.ts'
import { Refusal, sendRefusal, type MachineServices } from './machine-request.ts'
import { registerOpenData } from './open-data.routes.ts'
import { withoutFrameOptions } from './widget-headers.ts'
import { registerWidget } from './widget.routes.ts'

const megabyte = 2 ** 20
/** Feeds, calendars, frames and pictures, some 60 kB each with all encodings. */
const mostStored = { lists: 30 * megabyte, frames: 20 * megabyte, pictures: 20 * megabyte }
/** No build of the client is part of them; the store lives no longer than the code that fills it. */
const build = 'machines'

/** What other programs and sites read of a city's platform. */
export const platformFeeds: FastifyPluginAsync<{ services: MachineServices }> = async (app, { services }) => {
  const answerFrom = (mostBytes: number, headers = app.fixedHeaders) => createCityAnswer(new PageStore(mostBytes, headers), build)
  const lists = answerFrom(mostStored.lists)

  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof Refusal)) throw error
    return sendRefusal(reply, error, 'text/plain; charset=utf-8')
  })
  registerFeeds(app, lists, services)
  registerOpenData(app, services)
  registerBusinessFiles(app, answerFrom(mostStored.pictures), services)
  registerWidget(app, answerFrom(mostStored.frames, withoutFrameOptions(app.fixedHeaders)), lists, services)
}
