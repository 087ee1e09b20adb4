import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { DocumentSender } from './documents.types.ts'

/** Whose paper it is, from the city's pack. */
export const senderOf = ({ name, fullName, programme, city, website, theme: { light } }: ResolvedPack, sample: boolean): DocumentSender => ({
  name: fullName ?? name,
  programme,
  contact: city.contact,
  website,
  sample,
  colours: {
    brand: light.brand,
    text: light.text,
    muted: light['text-muted'],
    action: light.action,
    accent: light.accent,
    line: light.border,
    sunken: light['surface-sunken'],
    tinted: light['surface-brand'],
    onTinted: light['text-on-brand'],
    warning: light.warning,
    warningSoft: light['warning-soft'],
  },
})
