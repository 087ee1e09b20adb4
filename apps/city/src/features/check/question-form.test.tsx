import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CheckItem } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { TextsContext } from '../../lib/texts.tsx'
import { checking } from '../../locales/de/checking.ts'
import { core } from '../../locales/de/core.ts'
import { openShelf } from '../../lib/storage.ts'
import { CheckSessionContext, createCheckSession } from './check-session.state.ts'
import { QuestionForm } from './question-form.tsx'
import type { Question } from './questions.ts'
import { assessmentId, createServer, levelOf, newRecord } from './server.fixture.ts'

const item: CheckItem = {
  id: '1.4',
  title: 'Einbindung des Teams',
  question: 'Wie ist Ihr Team beteiligt?',
  weight: 1,
  must: false,
  notApplicable: true,
  levels: ['gar nicht', 'kennt die Kanäle', 'hilft auf Zuruf', 'hat Aufgaben', 'bringt Ideen ein'],
  measureId: 'M-1.4',
  webChecks: [],
}

const show = (over: Partial<CheckItem> = {}) => {
  const asked = { ...item, ...over }
  const field = { id: 'HF1', title: 'Haltung', short: 'Haltung', mission: '', target: 2, lead: true, items: [asked] }
  const question: Question = { item: asked, field, number: 4, total: 30, previous: '1.3', next: '1.5' }
  const server = createServer()
  const onNext = vi.fn()
  render(() => (
    <TextsContext.Provider value={{ core, checking }}>
      <CheckSessionContext.Provider value={createCheckSession(openShelf(() => localStorage), assessmentId, newRecord(), server.save)}>
        <QuestionForm question={question} measure={undefined} nextLabel={core.common.next} onNext={onNext} />
      </CheckSessionContext.Provider>
    </TextsContext.Provider>
  ))
  return { server, onNext }
}

const answers = () => screen.getByRole('group', { name: item.question })
const relevance = () => screen.getByRole('group', { name: checking.relevanceQuestion })
const radio = (group: HTMLElement, name: string) => within(group).getByRole<HTMLInputElement>('radio', { name })
const submit = () => screen.getByRole('button', { name: core.common.next }).click()

/** Space on a focused radio. */
const press = (group: HTMLElement, name: string) => {
  const target = radio(group, name)
  target.focus()
  target.click()
}

/** jsdom has no layout, and so nothing to scroll. */
Element.prototype.scrollIntoView = () => undefined

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  localStorage.clear()
})

test('the question is the heading of the page, and its answers are the anchors, without numbers', () => {
  show()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(item.question)
  const names = within(answers()).getAllByRole('radio').map(one => one.closest('label')?.textContent)
  expect(names).toEqual([...item.levels, checking.unknown, checking.notApplicable])
})

test('„Trifft auf uns nicht zu“ is there only where the item offers it', () => {
  show({ notApplicable: false })
  expect(within(answers()).queryByRole('radio', { name: checking.notApplicable })).toBeNull()
  expect(within(answers()).getByRole('radio', { name: checking.unknown })).toBeTruthy()
})

test('everything can be reached with the tab key, in the order of reading', () => {
  show()
  const reachable = [...document.querySelectorAll<HTMLElement>('input, button, summary, a[href]')].filter(one => one.tabIndex >= 0)
  expect(reachable.map(one => one.getAttribute('name') ?? one.tagName.toLowerCase()).filter((one, index, all) => one !== all[index - 1])).toEqual(['answer', 'relevance', 'button', 'summary'])
})

test('a choice is saved without moving on', async () => {
  const { server, onNext } = show()
  press(answers(), 'hilft auf Zuruf')
  await vi.advanceTimersByTimeAsync(300)
  expect(levelOf(server.held.get('1.4'))).toBe(2)
  expect(onNext).not.toHaveBeenCalled()
  expect(screen.getByRole('status').textContent).toBe(checking.save.saved)
})

test('„Weiter“ moves on once there is an answer, and says so where there is none', () => {
  const { onNext } = show()
  submit()
  expect(onNext).not.toHaveBeenCalled()
  const summary = screen.getByRole('alert')
  expect(document.activeElement).toBe(summary)
  within(summary).getByRole('link').click()
  expect(document.activeElement).toBe(radio(answers(), 'gar nicht'))
  press(answers(), checking.unknown)
  expect(screen.queryByRole('alert')).toBeNull()
  submit()
  expect(onNext).toHaveBeenCalledOnce()
})

test('Enter in the form is „Weiter“', () => {
  const { onNext } = show()
  press(answers(), 'gar nicht')
  fireEvent.submit(answers().closest('form') ?? document.body)
  expect(onNext).toHaveBeenCalledOnce()
})

test('the weight goes with the answer, whichever is chosen first', async () => {
  const { server } = show()
  press(relevance(), checking.relevance.high)
  press(answers(), 'gar nicht')
  await vi.advanceTimersByTimeAsync(300)
  expect(server.held.get('1.4')?.relevance).toBe('high')
  press(relevance(), checking.relevance.low)
  await vi.advanceTimersByTimeAsync(300)
  expect(server.held.get('1.4')).toMatchObject({ relevance: 'low', value: { kind: 'level', level: 0 } })
})

test('a weight alone is no answer', () => {
  const { server, onNext } = show()
  press(relevance(), checking.relevance.high)
  submit()
  expect(onNext).not.toHaveBeenCalled()
  expect(server.calls).toHaveLength(0)
})
