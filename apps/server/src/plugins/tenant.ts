import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { CityEntry } from '../features/city/city-directory.ts'
import type { Services } from '../services.ts'

export type Host =
  | { kind: 'city'; name: string; city: CityEntry }
  | { kind: 'console'; name: string }
  | { kind: 'unknown'; name: string }

declare module 'fastify' {
  interface FastifyRequest {
    dlHost: Host
  }
}

const isHost = (name: string, index: number) => index % 2 === 0 && name.toLowerCase() === 'host'

/** Host header without port, lower case, without a trailing dot; two of them, or anything that is no plain host name, stay unknown. */
const hostName = (request: FastifyRequest): string => {
  if (request.raw.rawHeaders.filter(isHost).length > 1) return ''
  const name = request.hostname.toLowerCase().replace(/\.$/, '')
  return /^[a-z0-9.-]{1,253}$/.test(name) ? name : ''
}

const isAddress = (name: string) => /^\d{1,3}(\.\d{1,3}){3}$/.test(name)

const findHost = async ({ env, cities }: Services, request: FastifyRequest): Promise<Host> => {
  const name = hostName(request)
  if (name === env.CONSOLE_HOST) return { kind: 'console', name }
  const city = await (env.LAN_CITY && isAddress(name) ? cities.findBySlug(env.LAN_CITY) : cities.find(name))
  return city ? { kind: 'city', name, city } : { kind: 'unknown', name }
}

const anywhere = new Set(['/health', '/ready'])

/** Host → tenant, before anything else is read. An unknown host gets no city and no data. */
export const tenantPlugin = fp<{ services: Services; unknownHostPage: () => string }>(
  async (app, { services, unknownHostPage }) => {
    app.decorateRequest('dlHost')
    app.addHook('onRequest', async (request, reply) => {
      if (anywhere.has(request.url)) return
      request.dlHost = await findHost(services, request)
      if (request.dlHost.kind !== 'unknown') return
      return reply.code(421).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(unknownHostPage())
    })
  },
  { name: 'tenant' },
)
