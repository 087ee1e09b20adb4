import type { PageFrame } from './page-frame.ts'

/** The pack's text by its dotted key; empty where it has none, so that a page without a text is a page without that part. */
export const textOf = (frame: Pick<PageFrame, 'pack' | 'locale'>, key: string): string => frame.pack.texts[frame.locale]?.[key] ?? ''

/** The first of these texts that there is. */
export const firstText = (...texts: readonly (string | null)[]): string => texts.find(text => text !== null && text !== '') ?? ''
