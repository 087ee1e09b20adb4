import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Services } from '../../services.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { findMail, listNewestMails } from './mail.repository.ts'
import { renderMail, renderMailbox } from './mailbox.page.ts'

const shown = 50
const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const forwarding = ['forwarded', 'via', 'x-real-ip', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']

/** By the socket itself, whatever `trustProxy` says; a proxy on this machine gives itself away by what it adds. */
const isFromThisMachine = ({ socket, headers }: FastifyRequest): boolean =>
  loopback.has(socket.remoteAddress ?? '') && forwarding.every(name => headers[name] === undefined)

const findCity = (request: FastifyRequest): CityEntry | undefined =>
  isFromThisMachine(request) && request.dlHost.kind === 'city' ? request.dlHost.city : undefined

const send = (reply: FastifyReply, page: string) =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)

/** The outbox as a page, for who runs the product on the own machine without a mail server; elsewhere these addresses do not exist. */
export const mailboxRoutes = async (app: FastifyInstance, { services }: { services: Services }): Promise<void> => {
  const { env, lanes } = services
  if (env.DATABASE_URL || env.SMTP_URL) return

  app.get('/postfach', async (request, reply) => {
    const city = findCity(request)
    if (!city) return reply.callNotFound()
    return send(reply, renderMailbox(await lanes.withTenant(city.tenantId, tx => listNewestMails(tx, shown), { readOnly: true })))
  })

  app.get<{ Params: { id: string } }>('/postfach/:id', async (request, reply) => {
    const city = findCity(request)
    const id = z.uuid().safeParse(request.params.id)
    if (!city || !id.success) return reply.callNotFound()
    const mail = await lanes.withTenant(city.tenantId, tx => findMail(tx, id.data), { readOnly: true })
    return mail ? send(reply, renderMail(mail)) : reply.callNotFound()
  })
}
