import type { Page, Response } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import type { AnswerValue, Relevance } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { CheckItem } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { cityAt, useBrowser, visit } from './browser.ts'
import type { Device, Visit } from './browser.ts'
import { answer, atQuestion, goOn, levelOf, notApplicableOf, unknownOf } from './check-walk.ts'
import { handsFor } from './hands.ts'
import type { Hands } from './hands.ts'
import { readAnswersOf, readCatalogue } from './procedures.ts'
import { theProduct } from './product.ts'
import { readPid } from './server-process.ts'
import { until } from './until.ts'

useBrowser()

const devices: Device[] = ['desktop', 'phone']
let visitor: Visit

afterEach(async () => {
  visitor.conscience.ensureClear()
  await visitor.context.close()
})

type Plan = { item: CheckItem; value: AnswerValue; relevance: Relevance }

/** What is answered to which question: every level, now and then "weiß ich nicht", and "trifft nicht zu" wherever it is offered. */
const planAnswers = (items: readonly CheckItem[]): Plan[] =>
  items.map((item, index) => ({
    item,
    relevance: index % 4 === 0 ? 'high' : 'normal',
    value: item.notApplicable ? { kind: 'not_applicable' } : index % 7 === 3 ? { kind: 'unknown' } : { kind: 'level', level: [0, 1, 2, 3, 4][index % 5] as 0 | 1 | 2 | 3 | 4 },
  }))

const choiceFor = (page: Page, value: AnswerValue) =>
  value.kind === 'level' ? levelOf(page, value.level) : value.kind === 'unknown' ? unknownOf(page) : notApplicableOf(page)

/** Everything the server has confirmed, as its own answers to the browser say. */
const collectConfirmed = (page: Page): Set<string> => {
  const confirmed = new Set<string>()
  const collect = async (response: Response) => {
    if (!response.url().includes('check.save') || !response.ok()) return
    for (const id of (await response.text()).matchAll(/"saved":\[([^\]]*)\]/g)) for (const one of JSON.parse(`[${id[1]}]`) as string[]) confirmed.add(one)
  }
  page.on('response', response => void collect(response).catch(() => undefined))
  return confirmed
}

const isSaved = (page: Page) => page.getByRole('status').getByText('Gespeichert', { exact: true }).waitFor()
const isKeptOffline = (page: Page) => page.getByRole('status').getByText('Offline gespeichert').waitFor()

type Walk = { page: Page; hands: Hands; plans: Plan[] }

const answerOne = async ({ page, hands, plans }: Walk, number: number): Promise<void> => {
  const plan = plans[number - 1]
  if (!plan) throw new Error(`There is no question ${number}.`)
  await atQuestion(page, number, plans.length)
  expect(await notApplicableOf(page).count()).toBe(plan.item.notApplicable ? 1 : 0)
  await hands.choose(choiceFor(page, plan.value))
  if (plan.relevance === 'high') await hands.choose(page.getByRole('radio', { name: 'Sehr wichtig' }))
}

const answerUpTo = async (walk: Walk, from: number, to: number): Promise<void> => {
  for (let number = from; number <= to; number++) {
    await answerOne(walk, number)
    await walk.hands.press(goOn(walk.page))
  }
}

describe.each(devices)('the full check at the %s', device => {
  test('keeps every answer through reload, back, a second tab, a tunnel and the death of the server', async () => {
    const city = cityAt(0)
    const catalogue = await readCatalogue(city.host)
    const plans = planAnswers(catalogue.fields.flatMap(({ items }) => items))
    expect(plans).toHaveLength(30)
    expect(plans.some(({ item }) => item.notApplicable)).toBe(true)
    visitor = await visit(city.host, device)
    const { page, context, conscience } = visitor
    const hands = handsFor(device)
    const walk = { page, hands, plans }
    const confirmed = collectConfirmed(page)

    await page.goto('/check/voll')
    await hands.press(page.getByRole('button', { name: 'Jetzt beginnen' }))
    await atQuestion(page, 1, 30)
    const assessmentId = /check\/([0-9a-f-]{36})\//.exec(page.url())?.[1] ?? ''
    const key = await page.evaluate(id => (JSON.parse(localStorage.getItem(`dl:check:${id}:record`) ?? '{}') as { key: string }).key, assessmentId)
    const onServer = () => readAnswersOf(city.host, { assessmentId, key })
    await hands.press(goOn(page))
    await page.getByRole('alert').getByText('Wählen Sie eine Antwort').waitFor()

    // Reload, back and forward keep place and answers.
    await answerUpTo(walk, 1, 7)
    await answerOne(walk, 8)
    await page.reload()
    await atQuestion(page, 8, 30)
    expect(await choiceFor(page, plans[7]?.value ?? { kind: 'unknown' }).isChecked()).toBe(true)
    await page.goBack()
    await atQuestion(page, 7, 30)
    expect(await choiceFor(page, plans[6]?.value ?? { kind: 'unknown' }).isChecked()).toBe(true)
    await page.goForward()
    await atQuestion(page, 8, 30)
    await hands.press(goOn(page))

    // A second tab sees the answers so far, and those that come.
    const second = await context.newPage()
    await second.goto(`/check/${assessmentId}/antworten`)
    await second.getByText('22 Fragen sind noch offen.').waitFor()
    await page.bringToFront()
    await answerUpTo(walk, 9, 9)
    await second.getByText('21 Fragen sind noch offen.').waitFor()
    await second.close()

    // A tunnel between two questions: one goes on, may even reload, and all arrives afterwards.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    conscience.forgive(/net::ERR_/)
    await context.setOffline(true)
    await answerOne(walk, 10)
    await isKeptOffline(page)
    await hands.press(goOn(page))
    await answerUpTo(walk, 11, 11)
    await page.reload()
    await atQuestion(page, 12, 30)
    await context.setOffline(false)
    await isSaved(page)
    expect((await onServer()).map(({ itemId }) => itemId).toSorted()).toEqual(plans.slice(0, 11).map(({ item }) => item.id).toSorted())

    // The server dies in the middle: what it has confirmed is there when it comes back, and the rest follows.
    await answerUpTo(walk, 12, 17)
    const { dataDir } = theProduct()
    const victim = readPid(dataDir)
    process.kill(victim, 'SIGKILL')
    const promised = [...confirmed]
    expect(promised.length).toBeGreaterThan(10)
    await answerUpTo(walk, 18, 19)
    await isKeptOffline(page)
    await until(() => readPid(dataDir) !== victim, 'the server starts again')
    const after = await until(() => onServer().catch(() => undefined), 'the server answers again', 90_000)
    expect(promised.filter(itemId => !after.some(one => one.itemId === itemId))).toEqual([])
    await isSaved(page)

    await answerUpTo(walk, 20, 30)
    await page.getByRole('heading', { level: 1, name: 'Prüfen Sie Ihre Antworten' }).waitFor()
    await page.getByText('Alle Fragen sind beantwortet.').waitFor()
    await isSaved(page)
    const kept = new Map((await onServer()).map(({ itemId, value, relevance }) => [itemId, { value, relevance }]))
    for (const { item, value, relevance } of plans) expect(kept.get(item.id), item.id).toEqual({ value, relevance })

    // "Ändern" leads to the question and back here.
    await hands.press(page.getByRole('link', { name: /^Ändern/ }).first())
    await atQuestion(page, 1, 30)
    await answer(page, hands, levelOf(page, 2))
    await page.getByRole('heading', { level: 1, name: 'Prüfen Sie Ihre Antworten' }).waitFor()
    await hands.press(page.getByRole('button', { name: 'Ergebnis ansehen' }))

    await page.getByRole('heading', { level: 1, name: 'Ihr Ergebnis' }).waitFor()
    await page.getByRole('img', { name: /Ergebnis je Handlungsfeld/ }).waitFor()
    expect(await page.getByRole('table', { name: 'Ergebnis je Handlungsfeld' }).getByRole('row').count()).toBe(6)
    await page.getByRole('heading', { name: 'Mit dem Lotsen klären' }).waitFor()
  })
})
