/** Why a mail was given up, as far as a mail server's answer says so. */
export const mailFailures = ['recipient_unknown', 'mailbox_full', 'refused', 'unreachable', 'unsendable', 'other'] as const
export type MailFailure = (typeof mailFailures)[number]

/** What the office reads about it, and what it can do. */
export const mailFailureTexts: Record<MailFailure, string> = {
  recipient_unknown: 'Diese Adresse gibt es nicht. Bitte fragen Sie nach der richtigen.',
  mailbox_full: 'Das Postfach ist voll. Bitte rufen Sie an.',
  refused: 'Der Mailserver der Gegenseite hat die E-Mail abgelehnt.',
  unreachable: 'Der Mailserver war mehrere Tage nicht zu erreichen.',
  unsendable: 'Die E-Mail konnte so nicht versendet werden. Bitte sagen Sie es dem Betreiber.',
  other: 'Die E-Mail ließ sich nicht versenden. Der Grund ist nicht bekannt.',
}
