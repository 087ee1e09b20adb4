import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { defineMail } from './mail-template.ts'
import { pageAddress, type MailContent, type MailScene } from './mail-words.ts'

const content: Record<Locale, (words: { programme: string; check: string; signIn: string }) => MailContent> = {
  de: ({ programme, check, signIn }) => ({
    subject: `Anmeldung bei ${programme}: zu dieser Adresse gibt es kein Konto`,
    parts: [
      `jemand wollte sich mit dieser E-Mail-Adresse bei „${programme}“ anmelden. Zu dieser Adresse gibt es dort kein Konto.`,
      'Waren Sie das? Vielleicht haben Sie sich mit einer anderen E-Mail-Adresse eingetragen. Dann versuchen Sie es bitte mit dieser:',
      { link: signIn, label: 'Mit einer anderen Adresse anmelden' },
      'Oder Sie sind neu hier. Dann machen Sie zuerst den Digital-Check. Wenn Sie danach Ihren Plan behalten, entsteht Ihr Konto.',
      { link: check, label: 'Digital-Check beginnen' },
      'Sie waren es nicht? Dann brauchen Sie nichts zu tun.',
    ],
  }),
  en: ({ programme, check, signIn }) => ({
    subject: `Signing in to ${programme}: there is no account for this address`,
    parts: [
      `somebody tried to sign in to “${programme}” with this e-mail address. There is no account for it.`,
      'Was it you? Perhaps you registered with another e-mail address. Then please try that one:',
      { link: signIn, label: 'Sign in with another address' },
      'Or you are new here. Then please take the digital check first. When you keep your plan afterwards, you get an account.',
      { link: check, label: 'Start the digital check' },
      'It was not you? Then there is nothing you need to do.',
    ],
  }),
}

const say = (_input: null, scene: MailScene): MailContent =>
  content[scene.locale]({ programme: scene.pack.programme, check: pageAddress(scene, '/check'), signIn: pageAddress(scene, '/anmelden') })

/** To the one who owns the mailbox and to nobody else: the page that asked for the code answers the same in both cases. */
export const noAccountMail = defineMail({ kind: 'no_account', words: { de: say, en: say }, examples: () => [null] })
