import type { CheckRule, Place } from '../check.types.ts'
import { oneLine } from '../html/text.ts'
import { failsAt } from '../outcome.ts'
import { contentScreens, findMeta, type SiteView } from '../site-view.ts'

export const description: CheckRule = {
  id: 'F-02',
  needsPage: true,
  judge: site => failsAt([...contentScreens(site).flatMap(({ main, url }) => faultOf(oneLine(findMeta(main, 'description') ?? ''), url)), ...repeated(site)]),
}

const faultOf = (text: string, page: string): Place[] => {
  const length = [...text].length
  if (length === 0) return [{ cause: 'description.missing', page }]
  if (length < 50) return [{ cause: 'description.short', page, quote: text }]
  return length > 160 ? [{ cause: 'description.long', page, quote: text }] : []
}

const repeated = ({ screens }: SiteView): Place[] => {
  const seen = new Set<string>()
  return screens.flatMap(({ main, url }): Place[] => {
    const text = oneLine(findMeta(main, 'description') ?? '').toLowerCase()
    if (text === '') return []
    if (seen.has(text)) return [{ cause: 'description.repeated', page: url, quote: text }]
    seen.add(text)
    return []
  })
}
