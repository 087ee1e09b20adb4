import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { httpStatusOf, isRetryable } from '@digitallotsen/domain/errors.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { toDomainError } from '../trpc/error-map.ts'
import { findCity } from './city-answer.ts'

type Told = { reference: string; busy: boolean }

/** A person who asked for a page gets a page, with a mark to name on the phone; the log has the rest. */
export const createErrorAnswer =
  (render: (request: FastifyRequest, city: CityEntry, error: Told) => string) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const domain = toDomainError(error)
    const status = httpStatusOf(domain.code)
    if (status >= 500) request.log.error({ code: domain.code, err: domain.cause ?? error }, 'page failed')
    const city = findCity(request)
    if (!city) throw domain
    const busy = isRetryable(domain.code) || domain.code === 'rate.limited'
    void reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(render(request, city, { reference: request.id, busy }))
  }
