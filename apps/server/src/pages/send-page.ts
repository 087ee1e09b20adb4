import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Encoding, StoredPage } from './page-store.ts'

const preferred: Encoding[] = ['br', 'gzip', 'identity']

const isKnownTo = (request: FastifyRequest, tag: string): boolean => {
  const known = request.headers['if-none-match']
  return known !== undefined && known.split(',').some(each => each.trim().replace(/^W\//, '') === tag || each.trim() === '*')
}

/** Sends a stored page in the encoding asked for, or says that the reader has it already. */
export const sendPage = (request: FastifyRequest, reply: FastifyReply, page: StoredPage, cacheControl: string): FastifyReply => {
  const encoding = negotiate(request.headers['accept-encoding'] ?? '', preferred) ?? 'identity'
  const tag = `"${page.version}-${encoding}"`
  reply.header('cache-control', cacheControl).header('etag', tag).header('vary', 'accept-encoding')
  if (reply.statusCode === 200 && isKnownTo(request, tag)) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type(page.type).send(page.bodies[encoding])
}
