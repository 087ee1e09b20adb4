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

const namesHostTwice = ({ rawHeaders }: FastifyRequest['raw']): boolean => {
  let seen = 0
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.length === 4 && rawHeaders[i]?.toLowerCase() === 'host') seen++
  return seen > 1
}

/** Host header without port, lower case, without a trailing dot; two of them, or anything that is no plain host name, stay unknown. */
const hostName = (request: FastifyRequest): string => {
  if (namesHostTwice(request.raw)) return ''
  const name = request.hostname.toLowerCase().replace(/\.$/, '')
  return /^[a-z0-9.-]{1,253}$/.test(name) ? name : ''
}

const isAddress = (name: string) => /^\d{1,3}(\.\d{1,3}){3}$/.test(name)

/** The one city that is also reached by plain address, where this name is one. */
const lanCity = ({ env }: Services, name: string): string | undefined => (env.LAN_CITY && isAddress(name) ? env.LAN_CITY : undefined)

/** What a name stands for, as far as that can be said at once. */
const findKnownHost = (services: Services, name: string): Host | undefined => {
  if (name === services.env.CONSOLE_HOST) return { kind: 'console', name }
  const city = lanCity(services, name) ? undefined : services.cities.findKnown(name)
  return city && { kind: 'city', name, city }
}

const findHost = async (services: Services, name: string): Promise<Host> => {
  const { cities } = services
  const slug = lanCity(services, name)
  const city = await (slug ? cities.findBySlug(slug) : cities.find(name))
  return city ? { kind: 'city', name, city } : { kind: 'unknown', name }
}

/** For what has to know the host before the hooks have run. */
export const hostOf = async (services: Services, request: FastifyRequest): Promise<Host> => {
  const name = hostName(request)
  return findKnownHost(services, name) ?? findHost(services, name)
}

const anywhere = new Set(['/health', '/ready'])

/** Host → tenant, before anything else is read. An unknown host gets no city and no data. */
export const tenantPlugin = fp<{ services: Services; unknownHostPage: () => string }>(
  async (app, { services, unknownHostPage }) => {
    app.decorateRequest('dlHost')
    // Not async: nearly every request is for a city that is known already, and waiting for what is there costs more than the rest of this hook.
    app.addHook('onRequest', (request, reply, done) => {
      if (anywhere.has(request.url)) return done()
      const admit = (host: Host) => {
        request.dlHost = host
        if (host.kind !== 'unknown') return done()
        void reply.code(421).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(unknownHostPage())
      }
      const name = hostName(request)
      const known = findKnownHost(services, name)
      if (known) return admit(known)
      findHost(services, name).then(admit, done)
    })
  },
  { name: 'tenant' },
)
