import type { CheckRule } from '../check.types.ts'
import { fails, notChecked, passes } from '../outcome.ts'

const clear = /(?:zahlungs|kosten)pflichtig(?:en)?\s+(?:bestellen|buchen|vertrag|kaufen)|^(?:jetzt\s+)?(?:verbindlich\s+)?kaufen$|gebührenpflichtig bestellen/i

export const orderButton: CheckRule = {
  id: 'O-05',
  needsPage: false,
  judge: ({ snapshot }) => {
    const words = snapshot.human?.orderButton?.trim()
    if (!words) return notChecked('no_human')
    return clear.test(words) ? passes() : fails([{ cause: 'shop.unclear_button', quote: words }])
  },
}
