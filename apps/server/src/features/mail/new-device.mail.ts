import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { defineMail } from './mail-template.ts'
import { oneLine, pageAddress, type MailContent, type MailScene } from './mail-words.ts'

export type NewDevice = { device: string; at: Date }
type Words = { programme: string; device: string; at: string; account: string }

const content: Record<Locale, (words: Words) => MailContent> = {
  de: ({ programme, device, at, account }) => ({
    subject: `Neue Anmeldung bei ${programme}`,
    parts: [
      `mit Ihrem Konto hat sich ein neues Gerät angemeldet: ${device}, am ${at} Uhr.`,
      'Waren Sie das? Dann brauchen Sie nichts zu tun.',
      'Waren Sie es nicht? Dann öffnen Sie bitte Ihr Konto und melden Sie das Gerät ab:',
      { link: account, label: 'Geräte ansehen' },
    ],
  }),
  en: ({ programme, device, at, account }) => ({
    subject: `New sign-in to ${programme}`,
    parts: [
      `a new device has signed in to your account: ${device}, ${at}.`,
      'Was it you? Then there is nothing you need to do.',
      'It was not you? Then please open your account and sign that device out:',
      { link: account, label: 'See the devices' },
    ],
  }),
}

const moment: Record<Locale, Intl.DateTimeFormat> = {
  de: new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' }),
}

const say = ({ device, at }: NewDevice, scene: MailScene): MailContent =>
  content[scene.locale]({
    programme: scene.pack.programme,
    device: oneLine(device),
    at: moment[scene.locale].format(at),
    account: pageAddress(scene, '/konto'),
  })

export const newDeviceMail = defineMail({
  kind: 'new_device',
  words: { de: say, en: say },
  examples: text => [{ device: text, at: new Date('2026-07-01T10:05:00Z') }],
})
