import { attribute } from './html/parse-html.ts'
import { listResources } from './resources.ts'
import { rawText } from './page-view.ts'
import { listMetas, type SiteView } from './site-view.ts'

export interface FoundSystem {
  readonly name: string
  readonly version?: string
  /** Run by its maker, who keeps it up to date. */
  readonly hosted: boolean
  readonly outdated: boolean
}

interface KnownSystem {
  readonly name: string
  readonly generator: RegExp
  /** Other signs in addresses of scripts and styles. */
  readonly address?: RegExp
  /** Addresses whose ?ver= is the system's own version. */
  readonly coreAddress?: RegExp
  readonly hosted?: true
  /** Oldest version line that still gets corrections, with the day since when; the last one reached counts. "never": any version is outdated. */
  readonly supported?: readonly { readonly since: string; readonly from: string }[] | 'never'
}

/** Systems and the versions below which they count as outdated. Unverified: to be checked against the makers' release pages. */
const knownSystems: readonly KnownSystem[] = [
  { name: 'WordPress', generator: /^wordpress(?!\.com)/i, address: /\/wp-(?:content|includes)\//i, coreAddress: /\/wp-includes\/(?:css|js)\/(?:dist\/block-library\/style|wp-embed|wp-emoji|dist\/|classic-themes)/i, supported: [{ since: '2024-11-12', from: '6.6' }, { since: '2025-12-02', from: '6.7' }] },
  { name: 'Joomla', generator: /^joomla/i, address: /\/media\/(?:system|vendor\/joomla)[\w-]*\/js\//i, supported: [{ since: '2023-08-17', from: '4' }, { since: '2025-10-14', from: '5' }] },
  { name: 'TYPO3', generator: /^typo3/i, address: /\/typo3(?:conf|temp)\//i, supported: [{ since: '2024-11-01', from: '12' }, { since: '2026-05-01', from: '13' }] },
  { name: 'Drupal', generator: /^drupal/i, address: /\/sites\/default\/files\//i, supported: [{ since: '2025-01-05', from: '10' }] },
  { name: 'Contao', generator: /^contao/i, address: /\/bundles\/contao/i, supported: [{ since: '2025-02-15', from: '5.3' }] },
  { name: 'Shopware', generator: /^shopware/i, address: /\/themes\/Frontend\/|\/web\/cache\/\d{10}_[\da-f]{8,40}\.(?:css|js)|\/bundles\/storefront\/|\/theme\/[\da-f]{8,40}\/(?:css\/all\.css|js\/)/i, supported: [{ since: '2024-07-31', from: '6' }] },
  { name: 'Magento', generator: /^magento/i, address: /\/static\/version\d+\/frontend\//i, supported: [{ since: '2022-09-30', from: '2.4' }] },
  { name: 'Microsoft FrontPage', generator: /frontpage/i, supported: 'never' },
  { name: 'Dreamweaver', generator: /dreamweaver/i, supported: 'never' },
  { name: 'NetObjects Fusion', generator: /netobjects/i, supported: 'never' },
  { name: 'Adobe GoLive', generator: /golive/i, supported: 'never' },
  { name: 'Microsoft Publisher', generator: /microsoft publisher/i, supported: 'never' },
  { name: 'Wix', generator: /^wix/i, address: /static\.(?:parastorage|wixstatic)\.com/i, hosted: true },
  { name: 'Jimdo', generator: /jimdo/i, address: /jimdo(?:-static|static)?\.com|jimcdn\.com/i, hosted: true },
  { name: 'Squarespace', generator: /squarespace/i, address: /(?:static1|assets)\.squarespace\.com/i, hosted: true },
  { name: 'Shopify', generator: /shopify/i, address: /cdn\.shopify\.com/i, hosted: true },
  { name: 'Webflow', generator: /webflow/i, hosted: true },
  { name: 'IONOS MyWebsite', generator: /ionos|mywebsite|1&1/i, address: /mywebsite-editor\.com|website-editor\.net/i, hosted: true },
  { name: 'STRATO Homepage-Baukasten', generator: /strato|cm4all/i, hosted: true },
  { name: 'GoDaddy', generator: /go ?daddy website builder/i, hosted: true },
  { name: 'Weebly', generator: /weebly/i, address: /cdn\d?\.editmysite\.com/i, hosted: true },
  { name: 'Google Sites', generator: /google sites/i, address: /gstatic\.com\/(?:_\/)?atari\//i, hosted: true },
  { name: 'Framer', generator: /^framer/i, address: /framerusercontent\.com\/sites\//i, hosted: true },
  { name: 'WordPress.com', generator: /wordpress\.com/i, hosted: true },
]

/** The content system a site shows, by its generator, else by the addresses of what it loads; undefined where nothing tells. */
export const findSystem = (site: SiteView): FoundSystem | undefined => {
  const views = site.screens.flatMap(screen => screen.parts)
  const generators = views.flatMap(view => listMetas(view, 'generator'))
  const addresses = views.flatMap(view => [
    ...listResources(view).map(({ url }) => url.href),
    ...view.document.elements.filter(({ name }) => name === 'link').flatMap(element => attribute(element, 'href') ?? []),
    ...view.document.elements.filter(element => element.name === 'script' && !attribute(element, 'src')).flatMap(element => coreAddressesIn(rawText(element))),
  ])
  for (const system of knownSystems) {
    const generator = generators.find(text => system.generator.test(text))
    const isSeen = generator !== undefined || addresses.some(address => system.address?.test(address))
    if (!isSeen) continue
    const version = (generator && versionIn(generator.replace(system.generator, ''))) ?? coreVersion(system, addresses)
    return { name: system.name, hosted: system.hosted === true, ...(version && { version }), outdated: isOutdated(system, version, site.today) }
  }
  return undefined
}

/** Addresses of WordPress' own scripts that stand in a script of the page, as that of its emoji script does. */
const coreAddressesIn = (script: string): string[] => script.slice(0, 20_000).match(/\\?\/wp-includes\\?\/[^"'\s]{1,200}/g)?.slice(0, 20).map(address => address.replaceAll('\\/', '/')) ?? []

const versionIn = (text: string): string | undefined => /(\d{1,3}(?:\.\d{1,4}){0,3})/.exec(text.slice(0, 200))?.[1]

const coreVersion = (system: KnownSystem, addresses: readonly string[]): string | undefined => {
  const core = addresses.find(address => system.coreAddress?.test(address) && /[?&]ver=\d/.test(address))
  return core && /[?&]ver=(\d{1,3}(?:\.\d{1,4}){0,3})/.exec(core)?.[1]
}

const isOutdated = ({ supported }: KnownSystem, version: string | undefined, today: string): boolean => {
  if (supported === 'never') return true
  const line = supported?.filter(({ since }) => since <= today).at(-1)
  return version !== undefined && line !== undefined && compareVersions(version, line.from) < 0
}

/** Negative where the first version is older; only as many parts as the second has are looked at. */
const compareVersions = (a: string, b: string): number => {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (const [i, part] of right.entries()) {
    const difference = (left[i] ?? 0) - part
    if (difference !== 0) return left[i] === undefined ? 0 : difference
  }
  return 0
}
