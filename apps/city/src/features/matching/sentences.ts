import type { Part, Verdict, Violation, ViolationCode } from '@digitallotsen/domain/matching/verdict.schemas.ts'
import { formatNumber, formatShortDay } from '../../lib/dates.ts'
import { plural } from '../../lib/plural.ts'
import type { WhatIf } from './matching.queries.ts'

/** What ids are called; an id that nobody knows stands for itself. */
export type Names = { guide: (id: string) => string; business: (id: string) => string; district: (id: string) => string; field: (id: string) => string; trade: (id: string) => string }

const languageNames = new Intl.DisplayNames('de', { type: 'language' })
const and = new Intl.ListFormat('de', { type: 'conjunction' })
const or = new Intl.ListFormat('de', { type: 'disjunction' })
const dayNames = { mo: 'Montag', tu: 'Dienstag', we: 'Mittwoch', th: 'Donnerstag', fr: 'Freitag', sa: 'Samstag' } as const

/** Whoever wishes a language may have written its name. */
export const languageName = (tag: string): string => {
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    return tag
  }
}

export const dayName = (day: string): string => dayNames[day as keyof typeof dayNames] ?? day
const km = (value: number): string => `${formatNumber(value, 'de')} km`
const days = (count: number): string => plural(count, 'einem Tag', '# Tagen')

const missingText = (missing: Extract<Violation, { code: 'gate' }>['missing']): string =>
  and.format(missing.map(each => (each.kind === 'module' ? `Modul ${each.moduleId}` : each.kind === 'commitment' ? 'die Unterschrift' : 'die Freigabe')))

const conflicts = { employer: 'Arbeitet oder arbeitete in diesem Betrieb.', family: 'Gehört zur Familie.', trade: 'Hat ein eigenes Interesse an diesem Betrieb.', other: 'Hat einen Interessenkonflikt mit diesem Betrieb.' } as const

const violationTexts: { [C in ViolationCode]: (given: Extract<Violation, { code: C }>, names: Names) => string } = {
  gate: ({ missing }) => `Darf noch keinen Betrieb begleiten. Es fehlt: ${missingText(missing)}.`,
  inactive: ({ state }) => (state === 'paused' ? 'Macht gerade eine Pause.' : 'Begleitet zurzeit niemanden.'),
  capacity: ({ capacity, load, asked }) =>
    `Kein Platz frei: ${plural(capacity, 'ein Platz', '# Plätze')}, ${plural(load, 'eine Begleitung', '# Begleitungen')}${asked > 0 ? `, ${plural(asked, 'eine offene Anfrage', '# offene Anfragen')}` : ''}.`,
  conflict: ({ kind }) => conflicts[kind],
  same_trade: ({ trade }, names) => `Hat ein eigenes Interesse in derselben Branche (${names.trade(trade)}).`,
  refused: ({ by, on }) => `${by === 'guide' ? 'Hat diesen Betrieb' : 'Der Betrieb hat sie'} am ${formatShortDay(on, 'de')} abgelehnt.`,
  language: ({ wished, spoken }) => `Spricht nicht ${or.format(wished.map(languageName))}${spoken.length > 0 ? `, sondern ${and.format(spoken.map(languageName))}` : ''}.`,
  district: ({ district, nearest, km: far, reachKm }, names) =>
    nearest === null || far === null
      ? `${names.district(district)} gehört nicht zu ihrem Gebiet.`
      : `Zu weit weg: von ${names.district(nearest)} bis ${names.district(district)} sind es ${km(far)}, möglich sind ${km(reachKm)}.`,
  blocked: ({ days: count }) => `In den nächsten ${days(count)} ist kein Tag ohne Sperrzeit.`,
}

/** Why a pair may not be, as one German sentence. */
export const violationText = (given: Violation, names: Names): string => (violationTexts[given.code] as (given: Violation, names: Names) => string)(given, names)

const partTexts: { [W in Part['what']]: (given: Extract<Part, { what: W }>, names: Names) => string } = {
  language: ({ language, wish }) => (language === null || wish === 'none' ? 'Spricht keine der gewünschten Sprachen' : `Spricht ${languageName(language)}`),
  district: ({ district, nearest, km: far }, names) =>
    district === null ? 'Ort des Betriebs unbekannt' : far === 0 ? `Zuhause in ${names.district(district)}` : far === null ? 'Keine Angabe zur Entfernung' : `${km(far)} entfernt, in ${names.district(nearest ?? district)}`,
  trade: ({ trade }, names) => (trade === null ? 'Kein besonderes Interesse an der Branche' : `Interesse an der Branche ${names.trade(trade)}`),
  fields: ({ fields, open }, names) =>
    open === 0 ? 'Noch keine offenen Felder bekannt' : fields.length === 0 ? 'Keine Stärke in den offenen Feldern' : `Stark in ${and.format(fields.map(names.field))}, offen ${plural(open, 'ist ein Feld', 'sind # Felder')}`,
  days: ({ days: common }) => (common.length === 0 ? 'Kein gewünschter Tag in Sicht' : `Hat Zeit am ${and.format(common.map(dayName))}`),
  waiting: ({ days: count }) => `Der Betrieb wartet seit ${days(count)}`,
}

/** What a part of the sum stands for. */
export const partText = (given: Part, names: Names): string => (partTexts[given.what] as (given: Part, names: Names) => string)(given, names)

const mostNamed = 3
const listed = (businesses: readonly string[]): string =>
  businesses.length <= mostNamed ? and.format(businesses) : `${businesses.slice(0, mostNamed).join(', ')} und ${businesses.length - mostNamed} weitere`

/** Why this guide is, or is not, the one for a business. */
export const verdictTexts = (verdict: Verdict, names: Names): string[] => {
  if (verdict.kind === 'excluded') return verdict.violations.map(each => violationText(each, names))
  if (verdict.kind === 'taken') return [`Würde passen (${verdict.total} Punkte), ihre Plätze brauchen: ${listed(verdict.by.map(names.business))}.`]
  if (verdict.kind === 'fewer') return [`Würde passen, hat aber weniger Punkte: ${verdict.total} statt ${verdict.proposedTotal}.`]
  if (verdict.kind === 'equal') return [`Passt ebenso gut: ${verdict.total} Punkte.`]
  return [`Vorgeschlagen mit ${verdict.total} Punkten.`]
}

const counted: Readonly<Record<ViolationCode, string>> = {
  gate: 'noch in der Ausbildung', inactive: 'in Pause', capacity: 'ohne freien Platz', conflict: 'mit Interessenkonflikt', same_trade: 'aus derselben Branche', refused: 'nach einer Ablehnung',
  language: 'ohne passende Sprache', district: 'zu weit weg', blocked: 'mit Sperrzeit',
}

/** How many guides fail by what, in a few words. */
export const countText = (code: string, guides: number): string => `${guides} ${counted[code as ViolationCode] ?? code}`

const foreign = (languages: readonly string[]): string => {
  const others = languages.filter(each => each !== 'de')
  return others.length > 0 ? ` mit ${and.format(others.map(languageName))}` : ''
}

/** What one guide more would change, as a sentence whose number was computed with her there. */
export const profileText = ({ languages, district, more }: WhatIf['profiles'][number], unserved: number, names: Names): string =>
  `Eine Lotsin${foreign(languages)}${district === null ? '' : ` in ${names.district(district)}`} würde ${more} von ${unserved} Betrieben ohne Vorschlag mehr versorgen.`

export const placeText = ({ guideId, more }: WhatIf['places'][number], names: Names): string =>
  `Ein Platz mehr für ${names.guide(guideId)} würde ${plural(more, 'einen Betrieb', '# Betriebe')} mehr versorgen.`
