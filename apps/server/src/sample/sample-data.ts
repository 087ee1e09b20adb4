/** Invented businesses, marked as sample wherever they appear. `levels` is where each action field roughly stands, HF1 to HF5. */
export type SampleBusiness = { name: string; trade: string; levels: readonly number[]; kind: 'full' | 'quick'; finished: number; again: boolean }

export const sampleBusinesses: readonly SampleBusiness[] = [
  { name: 'Schuhhaus Beispiel', trade: 'Schuhe', levels: [1, 1, 2, 2, 1], kind: 'full', finished: 2, again: true },
  { name: 'Blumen am Musterplatz', trade: 'Blumen', levels: [2, 0, 1, 1, 0], kind: 'full', finished: 0, again: false },
  { name: 'Optik Klarblick (Muster)', trade: 'Optik', levels: [3, 3, 2, 3, 3], kind: 'full', finished: 3, again: false },
  { name: 'Buchhandlung Seitenwechsel', trade: 'Bücher', levels: [2, 2, 3, 1, 2], kind: 'full', finished: 1, again: true },
  { name: 'Änderungsschneiderei Nadel & Faden', trade: 'Schneiderei', levels: [0, 0, 1, 0, 0], kind: 'full', finished: 0, again: false },
  { name: 'Fahrrad Kettenreaktion', trade: 'Fahrräder', levels: [2, 3, 2, 2, 2], kind: 'full', finished: 1, again: false },
  { name: 'Café Sonntagskind', trade: 'Café', levels: [1, 2, 1, 1, 1], kind: 'quick', finished: 0, again: false },
  { name: 'Friseurmeisterbetrieb Annegret Musterfrau-Beispielhausen und Töchter', trade: 'Friseur', levels: [1, 1, 0, 2, 1], kind: 'quick', finished: 0, again: false },
]

export type SamplePerson = { name: string; mailbox: string; role: 'office' | 'guide' | 'university' | 'auditor' }

export const samplePeople: readonly SamplePerson[] = [
  { name: 'Musterperson Wirtschaftsförderung', mailbox: 'amt', role: 'office' },
  { name: 'Musterperson Digitallotse', mailbox: 'lotse', role: 'guide' },
  { name: 'Musterperson Digitallotsin', mailbox: 'lotsin', role: 'guide' },
  { name: 'Musterperson Hochschule', mailbox: 'hochschule', role: 'university' },
  { name: 'Musterperson Prüfung', mailbox: 'pruefung', role: 'auditor' },
]

/** Mail to these addresses reaches nobody (RFC 2606). */
export const sampleAddress = (mailbox: string, slug: string): string => `${mailbox}@${slug}.example`
