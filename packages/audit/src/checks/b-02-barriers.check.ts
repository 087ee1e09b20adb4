import type { CauseCode } from '../cause-texts.de.ts'
import type { CheckRule, Place } from '../check.types.ts'
import { failsAt, notRendered } from '../outcome.ts'

const causes: Readonly<Record<string, CauseCode>> = {
  'color-contrast': 'barrier.contrast',
  label: 'barrier.label',
  'link-name': 'barrier.link_name',
  'button-name': 'barrier.button_name',
  'target-size': 'barrier.target_size',
  'focus-order-semantics': 'barrier.rule',
}

export const barriers: CheckRule = {
  id: 'B-02',
  needsPage: true,
  judge: ({ snapshot, start }) => {
    const { axe, keyboard } = snapshot.rendered ?? {}
    if (!axe) return notRendered(snapshot)
    const page = start?.url ?? ''
    const nodes = axe.flatMap(({ rule, nodes: found }) => {
      const cause = causes[rule]
      return cause ? found.map(({ selector, html }): Place => ({ cause, page, quote: html, selector })) : []
    })
    const tabs: Place[] = [
      ...(keyboard?.menu === false ? [{ cause: 'barrier.menu' as const, page }] : []),
      ...(keyboard?.form === false ? [{ cause: 'barrier.form' as const, page }] : []),
    ]
    return failsAt([...nodes, ...tabs], { count: [String(nodes.length + tabs.length)] })
  },
}
