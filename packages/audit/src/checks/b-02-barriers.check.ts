import type { CheckRule, Place } from '../check.types.ts'
import { failsAt, notChecked } from '../outcome.ts'

const rules = new Set(['color-contrast', 'label', 'link-name', 'button-name', 'focus-order-semantics'])

export const barriers: CheckRule = {
  id: 'B-02',
  needsPage: true,
  judge: ({ snapshot, start }) => {
    const { axe, keyboard } = snapshot.rendered ?? {}
    if (!axe) return notChecked('no_browser')
    const page = start?.url ?? ''
    const nodes = axe.filter(({ rule }) => rules.has(rule)).flatMap(({ rule, nodes: found }) => found.map(({ selector }): Place => ({ cause: 'barrier.rule', page, quote: rule, selector })))
    const tabs: Place[] = [
      ...(keyboard?.menu === false ? [{ cause: 'barrier.menu' as const, page }] : []),
      ...(keyboard?.form === false ? [{ cause: 'barrier.form' as const, page }] : []),
    ]
    return failsAt([...nodes, ...tabs], { count: [String(nodes.length + tabs.length)] })
  },
}
