import type { Locator, Page } from 'playwright-core'
import type { Hands } from './hands.ts'

export const questionNumber = async (page: Page): Promise<number> => {
  const text = await page.getByText(/^Frage \d+ von \d+/).first().innerText()
  return Number(/\d+/.exec(text)?.[0])
}

export const atQuestion = (page: Page, number: number, total: number): Promise<void> =>
  page.getByText(`Frage ${number} von ${total}`).first().waitFor()

export const levelOf = (page: Page, level: number): Locator => page.locator(`input[name=answer][value=level-${level}]`)
export const unknownOf = (page: Page): Locator => page.getByRole('radio', { name: 'Weiß ich nicht' })
export const notApplicableOf = (page: Page): Locator => page.getByRole('radio', { name: 'Trifft auf uns nicht zu' })
export const goOn = (page: Page): Locator => page.getByRole('button', { name: /^(Weiter|Alle Antworten ansehen|Zurück zu Ihren Antworten)$/ })

/** Answers the question that stands there, and goes on. */
export const answer = async (page: Page, hands: Hands, choice: Locator): Promise<void> => {
  await hands.choose(choice)
  await hands.press(goOn(page))
}
