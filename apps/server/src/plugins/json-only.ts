import fp from 'fastify-plugin'
import { DomainError } from '@digitallotsen/domain/errors.ts'

/** Procedures take JSON and nothing else: the adapter answers a multipart body with 500 (TRUST finding 8), other kinds escape the Origin's preflight. */
export const jsonOnlyPlugin = fp<{ prefix: string }>(
  async (app, { prefix }) => {
    app.addHook('onRequest', async request => {
      if (request.method !== 'POST' || !request.routeOptions.url?.startsWith(prefix)) return
      if (!/^application\/json(;|$)/i.test(request.headers['content-type'] ?? '')) throw new DomainError('request.unsupported')
    })
  },
  { name: 'json-only' },
)
