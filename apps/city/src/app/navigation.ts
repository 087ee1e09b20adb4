import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { ShellLink } from '@digitallotsen/ui/app-shell.tsx'
import type { CoreTexts } from '../locales/de/core.ts'

export const hasOffice = (identity: Identity | null | undefined): boolean => identity?.memberships.some(({ role }) => role === 'office') ?? false

export const listShops = (identity: Identity | null | undefined) =>
  (identity?.memberships ?? []).flatMap(({ merchantId, merchantName }) => (merchantId ? [{ id: merchantId, name: merchantName ?? '' }] : []))

const merchantLinks = (path: string, base: string, merchantId: string, texts: CoreTexts): ShellLink[] => {
  const home = `/mein-betrieb/${merchantId}`
  const link = (to: string, label: string, icon: ShellLink['icon']): ShellLink => ({ href: base + to, label, icon, current: path === to })
  return [
    link(home, texts.shell.overview, 'home'),
    link(`${home}/plan`, texts.shell.plan, 'list-check'),
    link(`${home}/check`, texts.shell.checks, 'chart'),
    link(`${home}/verlauf`, texts.shell.history, 'clock'),
    link('/konto', texts.shell.account, 'person'),
  ]
}

const officeLinks = (path: string, base: string, texts: CoreTexts): ShellLink[] => [
  { href: `${base}/buero`, label: texts.shell.businesses, icon: 'shop', current: path.startsWith('/buero') },
  { href: `${base}/konto`, label: texts.shell.account, icon: 'person', current: path === '/konto' },
]

/** The links of the area one is in; none on the way through the check, where one thing at a time counts. */
export const navigationFor = (path: string, identity: Identity | null, base: string, texts: CoreTexts): ShellLink[] => {
  const inMerchant = /^\/mein-betrieb\/([^/]+)/.exec(path)?.[1]
  if (inMerchant) return merchantLinks(path, base, inMerchant, texts)
  if (path.startsWith('/buero')) return officeLinks(path, base, texts)
  if (path !== '/konto') return []
  const [shop] = listShops(identity)
  return hasOffice(identity) ? officeLinks(path, base, texts) : shop ? merchantLinks(path, base, shop.id, texts) : []
}
