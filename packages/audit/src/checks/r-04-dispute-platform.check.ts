import type { CheckRule, Place } from '../check.types.ts'
import { textOf } from '../html/text.ts'
import { failsAt } from '../outcome.ts'
import type { PageView } from '../page-view.ts'

const address = /(?:webgate\.)?ec\.europa\.eu\/(?:consumers\/)?odr/i
const words = /online-streitbeilegung\s?\(\s?os\s?\)|plattform\s+(?:\S+\s+){0,8}?(?:zur|für(?:\s+die)?)\s+(?:außergerichtlichen?\s+)?online-streitbeilegung|online-?streitbeilegungs-?plattform|\bos-plattform\s+(?:der|unter|finden)/i

export const disputePlatform: CheckRule = {
  id: 'R-04',
  needsPage: true,
  judge: site => failsAt(site.screens.flatMap(screen => screen.parts.flatMap(placesOn))),
}

const placesOn = (part: PageView): Place[] => {
  const link = part.links.find(({ href }) => address.test(href))
  if (link) return [{ cause: 'dispute.link', page: part.url, quote: link.href }]
  const text = textOf(part.document.root, { hidden: 'with' })
  const found = address.exec(text) ?? words.exec(text)
  return found ? [{ cause: 'dispute.text', page: part.url, quote: found[0] }] : []
}
