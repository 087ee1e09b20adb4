import type { CheckRule, Place } from '../check.types.ts'
import { screenAt } from '../legal-page.ts'
import { listAlternates, namesAlternate } from '../languages.ts'
import { failsAt } from '../outcome.ts'
import { languageOf, type Screen, type SiteView } from '../site-view.ts'

export const languages: CheckRule = {
  id: 'F-11',
  needsPage: true,
  judge: site => {
    const { start } = site
    if (!start) return failsAt([])
    const own = languageOf(start.main) ?? 'de'
    const others = site.screens.filter(screen => (languageOf(screen.main) ?? own) !== own)
    return failsAt([...faultsOf(site, start), ...others.flatMap(screen => faultsOf(site, screen))])
  },
}

const faultsOf = (site: SiteView, screen: Screen): Place[] => {
  const page = screen.url
  const named = listAlternates(screen.main)
  const kinds = new Set(named.map(({ language }) => language.split('-')[0]).filter(language => language !== 'x'))
  if (kinds.size < 2) return [{ cause: 'languages.not_linked', page }]
  const oneWay = named.flatMap(({ url }): Place[] => {
    const target = screenAt(site, url)
    return target && target !== screen && !namesAlternate(target.main, page) ? [{ cause: 'languages.one_way', page, quote: url.href }] : []
  })
  return [
    ...(named.some(({ language }) => language === 'x-default') ? [] : [{ cause: 'languages.no_default' as const, page }]),
    ...(namesAlternate(screen.main, page) ? [] : [{ cause: 'languages.not_itself' as const, page }]),
    ...oneWay,
  ]
}
