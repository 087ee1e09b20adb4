import type { CheckRule } from '../check.types.ts'
import { fails, passes } from '../outcome.ts'

export const arbitration: CheckRule = {
  id: 'R-09',
  needsPage: true,
  judge: site =>
    site.screens.some(({ text }) => /verbraucherschlichtung|streitbeilegungsverfahren|\bvsbg\b|verbraucherstreitbeilegungsgesetz/i.test(text))
      ? passes()
      : fails([{ cause: 'arbitration.missing', page: site.start?.url ?? '' }]),
}
