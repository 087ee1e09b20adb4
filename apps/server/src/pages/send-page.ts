import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Encoding, StoredBody, StoredPage } from './page-store.ts'

const preferred: Encoding[] = ['br', 'gzip', 'identity']

const isKnownTo = (request: FastifyRequest, tag: string): boolean => {
  const known = request.raw.headers['if-none-match']
  return known !== undefined && known.split(',').some(each => each.trim().replace(/^W\//, '') === tag || each.trim() === '*')
}

const encodingFor = (request: FastifyRequest): Encoding => (negotiate(request.raw.headers['accept-encoding'] ?? '', preferred) as Encoding | null) ?? 'identity'

const sendNotModified = (reply: FastifyReply, { 'cache-control': cacheControl, etag, vary }: Record<string, string>): void =>
  void reply.code(304).headers({ 'cache-control': cacheControl, etag, vary }).send()

/**
 * Past Fastify: its headers cost more than the page, and head and body leave in one write only where the body is text.
 * What hooks have put on the reply stays behind; the store has the headers of every answer, and a page for everybody sets no cookie.
 */
const sendAtOnce = (reply: FastifyReply, { head, body }: StoredBody): void => {
  reply.hijack()
  reply.raw.writeHead(200, head)
  reply.raw.end(body, 'latin1')
}

/** Sends a stored page in the encoding asked for, or says that the reader has it already. */
export const sendPage = (request: FastifyRequest, reply: FastifyReply, page: StoredPage): void => {
  const stored = page[encodingFor(request)]
  if (reply.statusCode !== 200) void reply.headers(stored.headers).send(Buffer.from(stored.body, 'latin1'))
  else if (isKnownTo(request, stored.tag)) sendNotModified(reply, stored.headers)
  else sendAtOnce(reply, stored)
}
