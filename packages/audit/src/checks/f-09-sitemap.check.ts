import type { CheckRule, Place } from '../check.types.ts'
import { isSameSite } from '../html/addresses.ts'
import { fails, notChecked, passes } from '../outcome.ts'
import { readSitemap } from '../sitemap.ts'

export const sitemap: CheckRule = {
  id: 'F-09',
  needsPage: false,
  judge: ({ snapshot, today }) => {
    const { sitemaps = [], pages } = snapshot
    const first = pages[0]
    if (sitemaps.length === 0 || !first || !URL.canParse(first.finalUrl)) return notChecked('not_asked')
    const own = new URL(first.finalUrl)
    const answered = sitemaps.filter(({ status }) => status === 200)
    if (answered.length === 0) return sitemaps.every(({ status }) => status === undefined) ? notChecked('no_answer') : fails([{ cause: 'sitemap.none', page: sitemaps[0]?.url ?? own.href }])
    const faults: Place[] = []
    for (const answer of answered) {
      const read = readSitemap(answer)
      if (!read) faults.push({ cause: 'sitemap.malformed', page: answer.url })
      else if (!read.addresses.some(address => URL.canParse(address) && isSameSite(new URL(address), own))) faults.push({ cause: 'sitemap.foreign', page: answer.url })
      else {
        const future = read.lastmods.find(day => day.slice(0, 10) > today)
        if (future === undefined) return passes()
        faults.push({ cause: 'sitemap.future', page: answer.url, quote: future })
      }
    }
    return fails(faults)
  },
}
