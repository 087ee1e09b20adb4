export type OperatorMail = { to: string; subject: string; text: string }

export const signInMail = ({ to, code, link, minutes }: { to: string; code: string; link: string; minutes: number }): OperatorMail => ({
  to,
  subject: `${code} ist Ihr Code für die Konsole`,
  text: [
    'Guten Tag,',
    '',
    `Ihr Code für die Konsole der Digitallotsen: ${code.slice(0, 3)} ${code.slice(3)}`,
    `Er gilt ${minutes} Minuten und nur einmal.`,
    '',
    'Oder öffnen Sie diesen Link und bestätigen Sie dort die Anmeldung:',
    link,
    '',
    'Sie haben keinen Code angefordert? Dann ist nichts zu tun.',
    'Ohne diese E-Mail kann sich niemand in Ihrem Namen anmelden.',
  ].join('\n'),
})
