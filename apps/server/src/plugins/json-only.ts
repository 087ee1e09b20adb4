import fp from 'fastify-plugin'
import { DomainError } from '@digitallotsen/domain/errors.ts'

/** Procedures take JSON and nothing else: the adapter answers a multipart body with 500 (TRUST finding 8), other kinds escape the Origin's preflight. */
export const jsonOnlyPlugin = fp<{ prefix: string }>(
  async (app, { prefix }) => {
    app.addHook('onRequest', (request, _reply, done) => {
      if (request.method !== 'POST' || !request.routeOptions.url?.startsWith(prefix)) return done()
      const isJson = /^application\/json(;|$)/i.test(request.headers['content-type'] ?? '')
      return done(isJson ? undefined : new DomainError('request.unsupported'))
    })
  },
  { name: 'json-only' },
)
