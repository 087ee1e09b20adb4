import { plural } from '../../lib/plural.ts'

/** The office's page of mails that did not arrive, which is German only. */
export const post = {
  title: 'Nicht zugestellt',
  lead: 'Diese E-Mails haben ihre Empfänger nicht erreicht. Rufen Sie an, wenn es wichtig ist.',
  emptyTitle: 'Alles ist angekommen',
  emptyText: 'Gerade gibt es keine E-Mail, die nicht zugestellt werden konnte.',
  toBusinesses: 'Zu den Betrieben',
  delayed: (count: number, since: string) => plural(count, `Eine E-Mail wartet noch auf den Versand, seit ${since}.`, `# E-Mails warten noch auf den Versand, die älteste seit ${since}.`),
  delayedText: 'Wir versuchen es von selbst weiter. Sie brauchen nichts zu tun.',
  more: (shown: number, total: number) => `Sie sehen die neuesten ${shown} von ${total}.`,
  to: 'An',
  written: 'Geschrieben',
  since: 'Aufgegeben',
  reason: 'Grund',
  repeat: 'Noch einmal senden',
  repeatNamed: (subject: string, recipient: string) => `„${subject}“ noch einmal an ${recipient} senden`,
  settle: 'Erledigt',
  settleNamed: (subject: string, recipient: string) => `„${subject}“ an ${recipient} ist erledigt`,
  repeated: 'Die E-Mail wird noch einmal gesendet.',
  settled: 'Die E-Mail steht nicht mehr in der Liste.',
  outdated: 'Der Code darin ist abgelaufen. Die Person kann sich einen neuen schicken lassen.',
}
