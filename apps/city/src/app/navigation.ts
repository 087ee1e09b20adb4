import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { ShellLink } from '@digitallotsen/ui/app-shell.tsx'
import type { Boot } from '../lib/boot.ts'
import type { CoreTexts } from '../locales/de/core.ts'

export const hasOffice = (identity: Identity | null | undefined): boolean => identity?.memberships.some(({ role }) => role === 'office') ?? false

export const listShops = (identity: Identity | null | undefined) =>
  (identity?.memberships ?? []).flatMap(({ role, merchantId, merchantName }) => (role === 'merchant' && merchantId ? [{ id: merchantId, name: merchantName ?? '' }] : []))

const mostLinks = 5

/** `undelivered`: mails that did not arrive, as far as that is known. */
type Place = { path: string; texts: CoreTexts; base: string; features: Boot['features']; undelivered?: number | undefined }

/** What the bar under the thumb has room for is five: what finds none there is reached from the overview. */
const merchantLinks = ({ path, base, texts, features }: Place, merchantId: string): ShellLink[] => {
  const home = `/mein-betrieb/${merchantId}`
  const link = (to: string, label: string, icon: ShellLink['icon']): ShellLink => ({ href: base + to, label, icon, current: path === to })
  const links = [
    link(home, texts.shell.overview, 'home'),
    link(`${home}/plan`, texts.shell.plan, 'list-check'),
    ...(features.directory ? [{ ...link(`${home}/eintrag`, texts.shell.listing, 'shop'), current: path.startsWith(`${home}/eintrag`) }] : []),
    ...(features.offers ? [link(`${home}/angebote`, texts.shell.offers, 'calendar')] : []),
    ...(features.websiteCheck ? [{ ...link(`${home}/website`, texts.shell.website, 'globe'), current: path.startsWith(`${home}/website`) }] : []),
    link(`${home}/check`, texts.shell.checks, 'chart'),
    link(`${home}/verlauf`, texts.shell.history, 'clock'),
  ]
  return [...links.map((one, index) => ({ ...one, wide: index >= mostLinks - 1 })), link('/konto', texts.shell.account, 'person')]
}

/** Only where there is something to do, or one is there already. */
const postLinks = ({ path, base, texts, undelivered = 0 }: Place): ShellLink[] => {
  const current = path === '/buero/post'
  if (undelivered === 0 && !current) return []
  return [{ href: `${base}/buero/post`, label: texts.shell.undelivered, icon: 'mail', current, ...(undelivered > 0 && { count: undelivered, countLabel: texts.shell.undeliveredCount(undelivered) }) }]
}

const officeLinks = ({ path, base, texts, features, undelivered }: Place): ShellLink[] => [
  { href: `${base}/buero`, label: texts.shell.businesses, icon: 'shop', current: /^\/buero(\/betriebe\/|$)/.test(path) },
  ...(features.directory ? [{ href: `${base}/buero/eintraege`, label: texts.shell.entries, icon: 'document' as const, current: path.startsWith('/buero/eintraege') }] : []),
  { href: `${base}/buero/patenschaften`, label: texts.shell.mentorships, icon: 'list-check', current: path.startsWith('/buero/patenschaften') },
  { href: `${base}/buero/zuordnung`, label: texts.shell.matching, icon: 'chart', current: path === '/buero/zuordnung', wide: true },
  { href: `${base}/buero/uebergaben`, label: texts.shell.handovers, icon: 'refresh', current: path.startsWith('/buero/uebergaben'), wide: true },
  ...postLinks({ path, base, texts, features, undelivered }),
  { href: `${base}/konto`, label: texts.shell.account, icon: 'person', current: path === '/konto' },
]

export const isGuide = (identity: Identity | null | undefined): boolean => identity?.memberships.some(({ role }) => role === 'guide' || role === 'ex-guide') ?? false

/** The area of a guide: what is due and her cases; other parts add their line. */
const guideLinks = ({ path, base, texts }: Place): ShellLink[] => [
  { href: `${base}/lotse`, label: texts.shell.cases, icon: 'home', current: path === '/lotse' || path.startsWith('/lotse/faelle') },
  { href: `${base}/lotse/termine`, label: texts.shell.visits, icon: 'calendar', current: path === '/lotse/termine' },
  { href: `${base}/lotse/uebergaben`, label: texts.shell.handovers, icon: 'refresh', current: path.startsWith('/lotse/uebergaben') },
  { href: `${base}/konto`, label: texts.shell.account, icon: 'person', current: path === '/konto' },
]

/** The links of the area one is in; none on the way through the check, where one thing at a time counts. */
export const navigationFor = (place: Place, identity: Identity | null): ShellLink[] => {
  const { path } = place
  const inMerchant = /^\/mein-betrieb\/([^/]+)/.exec(path)?.[1]
  if (inMerchant) return merchantLinks(place, inMerchant)
  if (path.startsWith('/buero')) return officeLinks(place)
  if (path.startsWith('/lotse')) return guideLinks(place)
  if (path !== '/konto') return []
  const [shop] = listShops(identity)
  return hasOffice(identity) ? officeLinks(place) : shop ? merchantLinks(place, shop.id) : isGuide(identity) ? guideLinks(place) : []
}
