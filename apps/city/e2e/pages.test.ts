import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { cityAt, useBrowser, visit } from './browser.ts'
import type { Visit } from './browser.ts'
import { answer, atQuestion, levelOf } from './check-walk.ts'
import { handsFor } from './hands.ts'
import { listFaults } from './page-checks.ts'
import { theProduct } from './product.ts'
import { call, findMyBusiness, signIn, signInOperator } from './sign-in.ts'

useBrowser()

/** What every page has in common, for one person who looks at page after page. */
const useVisitor = (host: () => string, prepare: (page: Page) => Promise<void>) => {
  let visitor: Visit
  beforeAll(async () => {
    visitor = await visit(host(), 'desktop')
    await prepare(visitor.page)
  })
  afterAll(async () => {
    await visitor.context.close()
  })
  return {
    open: async (path: string): Promise<string[]> => {
      await visitor.page.goto(path)
      return listFaults(visitor.page)
    },
    page: () => visitor.page,
    ensureClear: () => visitor.conscience.ensureClear(),
  }
}

const nothing = async (): Promise<void> => undefined

describe('a public page', () => {
  const visitor = useVisitor(() => cityAt(0).host, nothing)
  const paths = ['/', '/impressum', '/datenschutz', '/barrierefreiheit'].flatMap(path => [path, `/en${path === '/' ? '' : path}`])
  test.each(paths)('%s is accessible in light and dark, at 320 px and with wide text', async path => {
    expect(await visitor.open(path)).toEqual([])
    visitor.ensureClear()
  })
})

describe('a page of the check', () => {
  const visitor = useVisitor(() => cityAt(0).host, nothing)
  test.each(['/check', '/check/schnell', '/check/voll', '/en/check', '/en/check/schnell', '/website-check', '/en/website-check', '/anmelden', '/anmelden/code', '/anmelden/link', '/en/anmelden'])(
    '%s is accessible in light and dark, at 320 px and with wide text',
    async path => {
      expect(await visitor.open(path)).toEqual([])
      visitor.ensureClear()
    },
  )

  test('question, review, result and keep are accessible in light and dark, at 320 px and with wide text', async () => {
    const page = visitor.page()
    const hands = handsFor('desktop')
    await page.goto('/check/schnell')
    await hands.press(page.getByRole('button', { name: 'Jetzt beginnen' }))
    await atQuestion(page, 1, 6)
    const check = page.url().replace(/\/frage\/.*$/, '')
    const faults: Record<string, string[]> = { question: await listFaults(page) }
    await page.getByRole('button', { name: 'Weiter' }).click()
    faults['question with a problem'] = await listFaults(page)
    await page.reload()
    for (const [index, level] of [0, 1, 2, 3, 4, 0].entries()) {
      await atQuestion(page, index + 1, 6)
      await answer(page, hands, levelOf(page, level))
    }
    faults['review'] = await listFaults(page)
    await page.getByRole('button', { name: 'Ergebnis ansehen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ihr Ergebnis' }).waitFor()
    await page.evaluate(() => document.querySelectorAll('details').forEach(one => (one.open = true)))
    faults['result'] = await listFaults(page)
    faults['english result'] = await visitor.open(new URL(check).pathname.replace(/^/, '/en') + '/ergebnis')
    faults['keep'] = await visitor.open(`${check}/behalten`)
    await page.getByRole('button', { name: 'Code anfordern' }).click()
    await page.getByRole('alert').waitFor()
    faults['keep with problems'] = await listFaults(page)
    expect(faults).toEqual({ question: [], 'question with a problem': [], review: [], result: [], 'english result': [], keep: [], 'keep with problems': [] })
    visitor.ensureClear()
  })
})

describe('a page of a business', () => {
  let home = ''
  let assessmentId = ''
  let taskId = ''
  const visitor = useVisitor(() => cityAt(0).host, async page => {
    const { host, slug } = cityAt(0)
    await signIn(page, host, `laden1@${slug}.example`)
    const merchantId = await findMyBusiness(page)
    home = `/mein-betrieb/${merchantId}`
    assessmentId = (await call<{ merchant: { latestAssessmentId: string } }>(page, 'merchant.get', { merchantId })).merchant.latestAssessmentId
    taskId = (await call<{ tasks: { id: string; state: string }[] }>(page, 'plan.get', { merchantId })).tasks.find(({ state }) => state === 'open')?.id ?? ''
  })
  const pages: [string, () => string][] = [
    ['overview', () => home],
    ['plan', () => `${home}/plan`],
    ['measure', () => `${home}/plan?aufgabe=${taskId}`],
    ['history', () => `${home}/verlauf`],
    ['checks', () => `${home}/check`],
    ['compared result', () => `/check/${assessmentId}/ergebnis`],
    ['website', () => `${home}/website`],
    ['questions on the website', () => `${home}/website/fragen`],
    ['website in English', () => `/en${home}/website`],
    ['account', () => '/konto'],
    ['overview in English', () => `/en${home}`],
    ['measure in English', () => `/en${home}/plan?aufgabe=${taskId}`],
  ]
  test.each(pages)('%s is accessible in light and dark, at 320 px and with wide text', async (_name, path) => {
    expect(await visitor.open(path())).toEqual([])
    visitor.ensureClear()
  })
})

describe('a page of the city office', () => {
  let business = ''
  const visitor = useVisitor(() => cityAt(0).host, async page => {
    const { host, slug } = cityAt(0)
    await signIn(page, host, `amt@${slug}.example`)
    business = (await call<{ rows: { id: string }[] }>(page, 'office.merchants', { sort: 'checked_at', direction: 'asc', page: 1, pageSize: 10 })).rows[0]?.id ?? ''
  })
  const pages: [string, () => string][] = [
    ['list', () => '/buero'],
    ['list that finds nothing', () => '/buero?suche=gibtesnicht'],
    ['business', () => `/buero/betriebe/${business}`],
    ['account', () => '/konto'],
  ]
  test.each(pages)('%s is accessible in light and dark, at 320 px and with wide text', async (_name, path) => {
    expect(await visitor.open(path())).toEqual([])
    visitor.ensureClear()
  })
})

describe('a page of the console', () => {
  let tenant = ''
  const visitor = useVisitor(() => theProduct().consoleHost, async page => {
    await signInOperator(page, 'pages')
    tenant = (await call<{ id: string }[]>(page, 'console.cities', {}))[0]?.id ?? ''
  })
  const pages: [string, () => string][] = [
    ['list of cities', () => '/'],
    ['search that finds nothing', () => '/?suche=gibtesnicht'],
    ['city', () => `/staedte/${tenant}`],
    ['sign-in', () => '/anmelden'],
  ]
  test.each(pages)('%s is accessible in light and dark, at 320 px and with wide text', async (_name, path) => {
    expect(await visitor.open(path())).toEqual([])
    visitor.ensureClear()
  })
})
