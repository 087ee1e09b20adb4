import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, httpStatusOf } from '@digitallotsen/domain/errors.ts'
import { locale as locales, type Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Services } from '../../services.ts'
import type { WebBuild } from '../../web-build.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { ensureAllowed } from '../rate/rate.service.ts'
import type { OpenLink } from './mail-preferences.repository.ts'
import type { UnsubscribeStep as Step } from './unsubscribe.types.ts'
import { getWayOut, unsubscribe, unsubscribePath } from './mail-preferences.service.ts'

type Options = { services: Services; build: Pick<WebBuild, 'pages' | 'publicCss'> }
type Asked = { city: CityEntry; token: string; network: string }
type Act = (tx: TenantTx, token: string) => Promise<OpenLink>

const tokenOf = ({ query }: FastifyRequest): string => {
  const { zu } = query as { zu?: unknown }
  return typeof zu === 'string' && /^[\w-]{43}$/.test(zu) ? zu : ''
}

/** A link that holds is never counted: a mail provider asks for many people from one address. */
const tryOut = async (services: Services, { city, token, network }: Asked, act: Act, readOnly: boolean): Promise<OpenLink | 'link.invalid' | 'rate.limited'> => {
  try {
    return await services.lanes.withTenant(city.tenantId, tx => act(tx, token), { readOnly })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'link.invalid') throw error
  }
  try {
    await ensureAllowed(services, city.tenantId, 'unsubscribeMissByNetwork', network)
    return 'link.invalid'
  } catch (error) {
    if (error instanceof DomainError && error.code === 'rate.limited') return 'rate.limited'
    throw error
  }
}

/** What ends a topic of mails without a sign-in: GET asks, and whatever opens links on its own ends nothing; POST does it, as often as it comes. */
export const unsubscribeRoutes = async (app: FastifyInstance, { services, build }: Options): Promise<void> => {
  // The address says all: what a form or a mail program (RFC 8058) sends along is not read.
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data']) {
    app.addContentTypeParser(type, { parseAs: 'string', bodyLimit: 4096 }, (_request, _body, done) => done(null, null))
  }

  const answer = (locale: Locale, act: Act, readOnly: boolean, next: (link: OpenLink, token: string) => Step) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { dlHost } = request
    if (dlHost.kind !== 'city' || !dlHost.city.pack.languages.includes(locale)) return reply.callNotFound()
    const { city } = dlHost
    const token = tokenOf(request)
    const link = await tryOut(services, { city, token, network: request.ip }, act, readOnly)
    const failed = typeof link === 'string'
    const step: Step = failed ? { kind: link === 'rate.limited' ? 'limited' : 'invalid' } : next(link, token)
    const page = build.pages.renderUnsubscribe({ pack: city.pack, locale, path: '/abbestellen', publicCss: build.publicCss, sample: city.sample, draft: city.state === 'draft', step })
    return reply
      .code(failed ? httpStatusOf(link) : 200)
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
      .send(page)
  }

  for (const locale of locales.options) {
    const path = `${locale === 'de' ? '' : `/${locale}`}/abbestellen`
    app.get(path, answer(locale, getWayOut, true, ({ topic }, token) => ({ kind: 'asking', topic, address: unsubscribePath(token) })))
    app.post(path, { config: { fromAnywhere: true } }, answer(locale, (tx, token) => unsubscribe(tx, token, services.now()), false, ({ topic }) => ({ kind: 'done', topic })))
  }
}
