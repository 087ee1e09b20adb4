import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, httpStatusOf } from '@digitallotsen/domain/errors.ts'
import { locale as locales, type Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { AppointmentView } from '../../pages/public-pages.types.ts'
import type { Services } from '../../services.ts'
import { toDomainError } from '../../trpc/error-map.ts'
import type { WebBuild } from '../../web-build.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { ensureAllowed } from '../rate/rate.service.ts'
import { readForm, toAct, type VisitForm } from './visit-form.rules.ts'
import { actByLink, readVisitByLink } from './visit-link.service.ts'

type Options = { services: Services; build: Pick<WebBuild, 'pages' | 'publicCss'> }
type Step = AppointmentView['step']
type Refused = NonNullable<Extract<Step, { kind: 'open' }>['refused']>
type Asked = { city: CityEntry; token: string; network: string; locale: Locale }

const wholeForm = 16_384
const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin' }

const pathOf = (locale: Locale, token: string): string => `${locale === 'de' ? '' : `/${locale}`}/termin/${encodeURIComponent(token)}`

/** Only links that are none are counted: a street of shops may share an address. */
const missed = async (services: Services, { city, network }: Asked): Promise<{ step: Step; status: number }> => {
  try {
    await ensureAllowed(services, city.tenantId, 'visitLinkMissByNetwork', network)
    return { step: { kind: 'invalid' }, status: httpStatusOf('link.invalid') }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'rate.limited') throw error
    return { step: { kind: 'limited' }, status: httpStatusOf('rate.limited') }
  }
}

const show = async (services: Services, asked: Asked, refused: Refused | null): Promise<{ step: Step; status: number }> => {
  const { city, token } = asked
  try {
    const { visit, isOpen } = await services.lanes.withTenant(city.tenantId, tx => readVisitByLink(tx, token, services.now()), { readOnly: true })
    const step: Step = isOpen ? { kind: 'open', visit, address: `/termin/${token}`, refused } : { kind: 'closed', visit }
    return { step, status: refused ? httpStatusOf(refused.code) : 200 }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'link.invalid') return missed(services, asked)
    throw error
  }
}

/** What answers an appointment from a mail without a sign-in: GET shows and changes nothing, whoever opens it; POST acts, once, from this page alone. */
export const visitPageRoutes = async (app: FastifyInstance, { services, build }: Options): Promise<void> => {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: wholeForm }, (_request, body, done) => done(null, body))

  const send = (reply: FastifyReply, { city, locale }: Asked, { step, status }: { step: Step; status: number }) =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .headers(headers)
      .send(build.pages.renderAppointment({ pack: city.pack, locale, path: '/termin', publicCss: build.publicCss, sample: city.sample, draft: city.state === 'draft', step }))

  const askedOf = ({ dlHost, params, ip }: FastifyRequest, locale: Locale): Asked | undefined => {
    if (dlHost.kind !== 'city' || dlHost.city.state === 'paused' || !dlHost.city.pack.languages.includes(locale)) return undefined
    const { token } = params as { token: string }
    return { city: dlHost.city, token, network: ip, locale }
  }

  const act = async (request: FastifyRequest, asked: Asked, form: VisitForm): Promise<Refused | null> => {
    const scope = { city: asked.city, origin: `${services.env.PUBLIC_SCHEME}://${request.host}`, now: services.now() }
    try {
      const wanted = toAct(form)
      await services.lanes.withTenant(asked.city.tenantId, tx => actByLink(tx, scope, asked.token, wanted))
      return null
    } catch (error) {
      const { code, details } = toDomainError(error)
      if (httpStatusOf(code) >= 500) throw error
      return { code, form, instead: typeof details['time'] === 'string' ? details['time'] : null }
    }
  }

  for (const locale of locales.options) {
    const route = `${locale === 'de' ? '' : `/${locale}`}/termin/:token`
    app.get(route, async (request, reply) => {
      const asked = askedOf(request, locale)
      return asked ? send(reply, asked, await show(services, asked, null)) : reply.callNotFound()
    })
    app.post(route, async (request, reply) => {
      const asked = askedOf(request, locale)
      if (!asked) return reply.callNotFound()
      const form = readForm(typeof request.body === 'string' ? request.body : '')
      const refused = await act(request, asked, form)
      if (refused === null) return reply.code(303).headers(headers).header('location', pathOf(locale, asked.token)).send()
      return send(reply, asked, await show(services, asked, refused.code === 'link.invalid' ? null : refused))
    })
  }
}
