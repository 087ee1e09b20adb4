import type { District } from '@digitallotsen/domain/tenant/city.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { calendarPath, feedPath, openDataPaths, widgetPath } from '../../pages/machine-addresses.ts'
import { escapeXml } from './xml.rules.ts'

export const usualWidgetCount = 6
export const mostWidgetCount = 30

/**
 * The lines that put the list of a city or district onto another site. The sandbox leaves it nothing but links that open in a window
 * of their own, whatever the list may be one day.
 */
const embedSnippet = (origin: string, title: string, districtId: string | null, count = usualWidgetCount): string =>
  `<iframe src="${escapeXml(origin + widgetPath(districtId, count))}" title="${escapeXml(title)}"
  sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" loading="lazy"
  width="100%" height="560" style="border:0"></iframe>`

const isOffered = ({ features }: ResolvedPack, what: 'directory' | 'offers') => features[what]

const feedLines = (pack: ResolvedPack, origin: string, district: District | null): string[] => {
  const id = district?.id ?? null
  return [
    ...(isOffered(pack, 'directory') ? [`Neue Betriebe (RSS):  ${origin}${feedPath('businesses', 'rss', id)}`, `Neue Betriebe (Atom): ${origin}${feedPath('businesses', 'atom', id)}`] : []),
    ...(isOffered(pack, 'offers')
      ? [`Angebote (RSS):       ${origin}${feedPath('offers', 'rss', id)}`, `Angebote (Atom):      ${origin}${feedPath('offers', 'atom', id)}`, `Kalender (ICS):       ${origin}${calendarPath(id)}`]
      : []),
  ]
}

const section = (pack: ResolvedPack, origin: string, district: District | null): string => {
  const title = district ? `Betriebe: ${district.name}` : `Betriebe in ${pack.name}`
  const snippet = isOffered(pack, 'directory') ? ['', 'Zum Einbetten:', embedSnippet(origin, title, district?.id ?? null)] : []
  return [`## ${district?.name ?? 'Ganze Stadt'}`, '', ...feedLines(pack, origin, district), ...snippet].join('\n')
}

/** How other sites and programs take what the city shows, as plain text: addresses and lines to copy. */
export const writeEmbedGuide = (pack: ResolvedPack, origin: string): string => {
  const parts = [
    `# ${pack.programme}: einbetten und weiterverwenden`,
    [
      'Die eingebettete Liste lädt kein Skript und setzt kein Cookie.',
      `Mit „anzahl“ bestimmen Sie, wie viele Betriebe sie zeigt: 1 bis ${mostWidgetCount}.`,
      'Lassen Sie die Angabe „sandbox“ stehen: Damit kann die Liste nur Links öffnen.',
    ].join('\n'),
    ...(isOffered(pack, 'directory') ? [['## Offene Daten', '', ...Object.values(openDataPaths).map(path => origin + path)].join('\n')] : []),
    ...[null, ...pack.city.districts].map(district => section(pack, origin, district)),
  ]
  return `${parts.join('\n\n')}\n`
}
