import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { allAt, dlc1 } from '@digitallotsen/domain/check/catalogue.fixture.ts'
import { compareResults } from '@digitallotsen/domain/check/comparison.rules.ts'
import { rankMeasures } from '@digitallotsen/domain/check/ranking.rules.ts'
import { scoreCheck } from '@digitallotsen/domain/check/scoring.rules.ts'
import { draftPlan } from '@digitallotsen/domain/plan/task.rules.ts'
import type { Plan, Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import type { DocumentSender, PlanView, ResultView } from './documents.types.ts'

/** The Digital-Check with names that a person would read. */
export const catalogue: CheckCatalogue = {
  ...dlc1,
  fields: dlc1.fields.map((field, index) => ({ ...field, title: `Handlungsfeld ${index + 1} mit Öffnung`, short: `Feld ${index + 1}` })),
  measures: dlc1.measures.map(measure => ({ ...measure, title: `Maßnahme ${measure.id}`, how: ['Gerät nehmen', 'Suche öffnen', 'Größe prüfen'] })),
}

export const sender: DocumentSender = {
  name: 'Stadt Beispielhausen',
  programme: 'Digitallotsen Beispielhausen',
  contact: {
    organisation: 'Wirtschaftsförderung Beispielhausen', person: 'Änne Größmann', role: 'Koordination', phone: '0999 123456',
    email: 'lotsen@beispielhausen.example', address: 'Rathausplatz 1', hours: 'montags 9 bis 12 Uhr',
  },
  website: 'https://beispielhausen.example',
  sample: false,
  colours: {
    brand: '#7A1FA2', text: '#15121A', muted: '#5A5560', action: '#6B1C8E', accent: '#8A4F00', line: '#C9C4CE', sunken: '#F2EFF4',
    tinted: '#EFE3F5', onTinted: '#2A1038', warning: '#7C5300', warningSoft: '#FDF2D8',
  },
}

const answers = allAt(catalogue, 1, { '1.2': 0, '2.1': 0, '3.1': '?', '3.4': 3, '4.1': 2, '5.1': 4 })
const before = allAt(catalogue, 0)

export const resultView = (change: Partial<ResultView> = {}): ResultView => {
  const result = scoreCheck(catalogue, 'full', answers)
  return {
    sender, locale: 'de', catalogue, madeAt: '2026-11-24T10:00:00Z', business: 'Müßiggang & Söhne', kind: 'full', moment: 'T1',
    submittedAt: '2026-11-23T17:30:00Z', result, ranking: rankMeasures(catalogue, answers), comparison: compareResults(scoreCheck(catalogue, 'full', before), result), ...change,
  }
}

/** Thirty measures: every question at the lowest level. */
export const worstRanking = () => rankMeasures(catalogue, before)

type State = Pick<Task, 'state' | 'dropReason' | 'finishedAt' | 'owner' | 'evidence'>
const waiting = { dropReason: null, finishedAt: null, owner: null, evidence: [] }
const states: Record<string, State> = {
  'M-1.1': { ...waiting, state: 'done', finishedAt: '2026-11-20T10:00:00Z' },
  'M-1.3': { ...waiting, state: 'dropped', dropReason: 'Passt nicht zu uns' },
}

export const planView = (change: Partial<PlanView> = {}): PlanView => {
  const tasks = draftPlan(worstRanking(), catalogue, '2026-11-23').map((draft, index) => ({
    ...draft, id: `task-${index}`, planId: 'plan', ...waiting, ...(index === 0 ? { owner: 'Gül Şahin' } : {}), ...states[draft.measureId],
  }))
  const plan = { id: 'plan', createdAt: '2026-11-23T17:30:00Z', waived: [], tasks, doneBefore: [] } as unknown as Plan
  return { sender, locale: 'de', catalogue, madeAt: '2026-11-24T10:00:00Z', business: 'Müßiggang & Söhne', plan, ...change }
}
