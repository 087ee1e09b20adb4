import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { defineMail } from './mail-template.ts'
import { oneLine, pageAddress, type MailContent, type MailScene, type Part } from './mail-words.ts'

export type KeptPlan = { business: string; merchantId: string }
type Words = { programme: string; business: string; plan: string; person: string | null; organisation: string }

const help: Record<Locale, (words: Words) => Part> = {
  de: ({ person, organisation }) => `Ihre Ansprechperson ist ${person ? `${person}, ` : ''}${organisation}.`,
  en: ({ person, organisation }) => `Your contact is ${person ? `${person}, ` : ''}${organisation}.`,
}

const content: Record<Locale, (words: Words) => MailContent> = {
  de: words => ({
    subject: `Ihr Maßnahmenplan bei ${words.programme} ist gespeichert`,
    parts: [
      `der Maßnahmenplan für „${words.business}“ ist gespeichert. Sie finden ihn jederzeit hier:`,
      { link: words.plan, label: 'Maßnahmenplan öffnen' },
      'Zum Anmelden genügt diese E-Mail-Adresse. Ein Passwort brauchen Sie nicht.',
      help.de(words),
    ],
  }),
  en: words => ({
    subject: `Your plan at ${words.programme} is saved`,
    parts: [
      `the plan for “${words.business}” is saved. You can find it here at any time:`,
      { link: words.plan, label: 'Open the plan' },
      'To sign in, this e-mail address is all you need. There is no password.',
      help.en(words),
    ],
  }),
}

const say = ({ business, merchantId }: KeptPlan, scene: MailScene): MailContent => {
  const { programme, city } = scene.pack
  const plan = pageAddress(scene, `/mein-betrieb/${encodeURIComponent(merchantId)}/plan`)
  const { person, organisation } = city.contact
  return content[scene.locale]({ programme, business: oneLine(business), plan, person, organisation })
}

export const planKeptMail = defineMail({
  kind: 'plan_kept',
  words: { de: say, en: say },
  examples: text => [{ business: text, merchantId: text }],
})
