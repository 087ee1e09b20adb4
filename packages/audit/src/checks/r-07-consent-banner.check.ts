import type { CauseCode } from '../cause-texts.de.ts'
import type { CheckRule } from '../check.types.ts'
import { failsAt, notApplicable, notRendered } from '../outcome.ts'
import type { BannerButton } from '../site.types.ts'

const refusing = /ablehnen|nur\s+(?:technisch\s+)?(?:notwendig|essen[tz]iell|erforderlich|nötig|funktional)|reject|decline|refuse|ohne\s+(?:einwilligung|zustimmung)|nicht\s+(?:zustimmen|akzeptieren|einverstanden)|verweigern|nein(?:,|\s+danke)|alle\s+ablehnen|necessary only|only necessary|notwendige cookies/i
const accepting = /akzept|zustimm|einverstanden|erlauben|zulassen|annehmen|accept|allow|agree|verstanden|\bok(?:ay)?\b|alle auswählen/i

const choosing = /einstell|auswahl|auswählen|detail|anpassen|individuell|speichern|zwecke|anbieter|mehr|settings|options|preferences|manage|datenschutz|impressum|privacy|imprint|schließen|close|^.?$/i

export const consentBanner: CheckRule = {
  id: 'R-07',
  needsPage: true,
  judge: site => {
    const { rendered } = site.snapshot
    if (!rendered) return notRendered(site.snapshot)
    if (!rendered.banner) return notApplicable('no_banner')
    const { selector, buttons } = rendered.banner
    const refuse = buttons.find(({ text }) => refusing.test(text))
    const accept = acceptAmong(buttons.filter(({ text }) => !refusing.test(text)))
    const faults = refuse ? differences(refuse, accept) : (['banner.no_refusal'] as const)
    return failsAt(faults.map(cause => ({ cause, page: site.start?.url ?? '', selector, ...(refuse && { quote: refuse.text }) })))
  },
}

/** The button that says so, else the largest that leads neither to a choice nor away („Ja, gern“, „Alles klar“). */
const acceptAmong = (buttons: readonly BannerButton[]): BannerButton | undefined =>
  buttons.find(({ text }) => accepting.test(text) && !/auswahl/i.test(text)) ??
  buttons.filter(({ text, element }) => element === 'button' && !choosing.test(text)).toSorted((a, b) => b.width * b.height - a.width * a.height)[0]

const differences = (refuse: BannerButton, accept: BannerButton | undefined): CauseCode[] => {
  if (!accept) return []
  const faults: CauseCode[] = []
  if (refuse.element === 'link' && accept.element === 'button') faults.push('banner.refusal_is_link')
  if (refuse.width * refuse.height < (accept.width * accept.height) / 2) faults.push('banner.refusal_small')
  const isPale = (refuse.textContrast ?? 21) < 3 && (accept.textContrast ?? 0) >= 4.5
  const isFlat = (accept.groundContrast ?? 0) >= 3 && (refuse.groundContrast ?? 21) < 1.5
  if (isPale || isFlat) faults.push('banner.refusal_pale')
  return faults
}
