import { createSignal } from 'solid-js'
import type { ErrorCode } from '@digitallotsen/domain/errors.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

type ErrorTexts = Readonly<Record<ErrorCode, string>>

const loaders: Readonly<Record<Locale, () => Promise<ErrorTexts>>> = {
  de: async () => (await import('@digitallotsen/domain/error-texts.de.ts')).errorTextsDe,
  en: async () => (await import('@digitallotsen/domain/error-texts.en.ts')).errorTextsEn,
}

const [errorTexts, setErrorTexts] = createSignal<ErrorTexts>()

/** The sentences for error codes come after the first screen, which needs none of them. */
export const loadErrorTexts = async (locale: Locale): Promise<void> => {
  const texts = await loaders[locale]()
  setErrorTexts(texts)
}

/** Undefined until the sentences are there. */
export const findErrorText = (code: ErrorCode): string | undefined => errorTexts()?.[code]
