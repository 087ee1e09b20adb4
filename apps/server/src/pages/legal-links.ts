import type { ProseSpan } from '@digitallotsen/pack/prose.schemas.ts'
import type { PageFrame } from './page-frame.ts'

export type OutsideLink = Pick<Extract<ProseSpan, { kind: 'link' }>, 'href' | 'text'>

const isLink = (span: ProseSpan): span is Extract<ProseSpan, { kind: 'link' }> => span.kind === 'link'

/**
 * The arbitration office that the city's statement names, since each Land has its own; the law wants it within reach of every page.
 * Found by its address or wording, because the statement is free text.
 */
export const findOmbudsLink = ({ pack }: PageFrame): OutsideLink | undefined => {
  const spans = pack.legal.accessibility.blocks.flatMap(block => (block.kind === 'list' ? block.items.flat() : block.content))
  return spans.filter(isLink).find(({ href, text }) => /^https?:/i.test(href) && /ombud|schlichtung|durchsetzung/i.test(`${href} ${text}`))
}
