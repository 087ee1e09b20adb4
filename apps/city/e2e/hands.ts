import type { Locator, Page } from 'playwright-core'
import type { Device } from './browser.ts'

/** How a person works a page: a journey is told once, and walked with either pair of hands. */
export type Hands = {
  press(target: Locator): Promise<void>
  /** A radio or a checkbox. */
  choose(target: Locator): Promise<void>
  write(target: Locator, text: string): Promise<void>
  select(target: Locator, label: string): Promise<void>
}

const fingers = (): Hands => ({
  press: target => target.tap(),
  choose: async target => {
    await target.tap()
  },
  write: async (target, text) => {
    await target.tap()
    await target.pressSequentially(text)
  },
  select: async (target, label) => {
    await target.selectOption({ label })
  },
})

const mouse = (): Hands => ({
  press: target => target.click(),
  choose: target => target.click(),
  write: (target, text) => target.fill(text),
  select: async (target, label) => {
    await target.selectOption({ label })
  },
})

const mostSteps = 120

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate(element => element === document.activeElement)

/** Reaches a control by Tab alone, as somebody without a mouse does; fails where the focus never comes by. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let step = 0; step < mostSteps; step++) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${target}`)
}

/** A group of radios has one stop; the arrows lead on from there. */
const arrowTo = async (page: Page, target: Locator): Promise<void> => {
  const name = (await target.getAttribute('name')) ?? ''
  const inGroup = () => page.evaluate(group => (document.activeElement as HTMLInputElement | null)?.name === group, name)
  await target.waitFor()
  for (let step = 0; step < mostSteps && !(await inGroup()); step++) await page.keyboard.press('Tab')
  for (let step = 0; step < 12; step++) {
    if (await hasFocus(target)) {
      if (!(await target.isChecked())) await page.keyboard.press('Space')
      return
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrows never reach ${target}`)
}

const keys = (page: Page): Hands => ({
  press: async target => {
    await tabTo(page, target)
    await page.keyboard.press('Enter')
  },
  choose: async target => {
    if ((await target.getAttribute('type')) === 'radio') return arrowTo(page, target)
    await tabTo(page, target)
    await page.keyboard.press('Space')
  },
  write: async (target, text) => {
    await tabTo(page, target)
    await page.keyboard.type(text)
  },
  select: async (target, label) => {
    await tabTo(page, target)
    await page.keyboard.type(label)
  },
})

/** On a phone one touches, at the desk one points. */
export const handsFor = (device: Device): Hands => (device === 'phone' ? fingers() : mouse())
/** On a phone one touches; at the desk nothing but the keyboard is used. */
export const handsWithoutMouse = (device: Device, page: Page): Hands => (device === 'phone' ? fingers() : keys(page))
