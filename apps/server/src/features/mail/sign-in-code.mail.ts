import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { defineMail } from './mail-template.ts'
import { pageAddress, type MailContent, type MailScene } from './mail-words.ts'

export type SignInCode = { code: string; link: string; minutes: number }
type Words = { programme: string; code: string; address: string; minutes: number }

const content: Record<Locale, (words: Words) => MailContent> = {
  de: ({ programme, code, address, minutes }) => ({
    subject: `Ihr Anmelde-Code für ${programme}: ${code}`,
    parts: [
      `hier ist Ihr Code für die Anmeldung bei „${programme}“:`,
      { code },
      `Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt ${minutes} Minuten.`,
      'Oder öffnen Sie diesen Link und bestätigen Sie dort die Anmeldung:',
      { link: address, label: 'Jetzt anmelden' },
      'Geben Sie den Code an niemanden weiter. Wir fragen Sie nie am Telefon danach.',
      'Sie haben keinen Code angefordert? Dann brauchen Sie nichts zu tun.',
    ],
  }),
  en: ({ programme, code, address, minutes }) => ({
    subject: `Your sign-in code for ${programme}: ${code}`,
    parts: [
      `here is your code to sign in to “${programme}”:`,
      { code },
      `Enter it on the page where you asked for it. It is valid for ${minutes} minutes.`,
      'Or open this link and confirm there:',
      { link: address, label: 'Sign in now' },
      'Do not pass the code on to anyone. We never ask for it by phone.',
      'You did not ask for a code? Then there is nothing you need to do.',
    ],
  }),
}

const inHalves = (code: string) => code.replace(/^(\d{3})(\d{3})$/, '$1 $2')

/** The code to type, and the link for whoever reads the mail on the same device; the link's secret stands behind #, so no server logs it. */
const say = ({ code, link, minutes }: SignInCode, scene: MailScene): MailContent => {
  const address = pageAddress(scene, `/anmelden/link#${encodeURIComponent(link)}`)
  return content[scene.locale]({ programme: scene.pack.programme, code: inHalves(code), address, minutes })
}

export const signInCodeMail = defineMail({
  kind: 'sign_in_code',
  words: { de: say, en: say },
  examples: text => [{ code: text, link: text, minutes: 15 }, { code: '123456', link: 'abc_DEF-123', minutes: 15 }],
})
