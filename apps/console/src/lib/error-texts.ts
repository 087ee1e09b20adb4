import { createSignal } from 'solid-js'
import type { ErrorCode } from '@digitallotsen/domain/errors.ts'
import type { Problem } from './problem.ts'

const [errorTexts, setErrorTexts] = createSignal<Readonly<Record<ErrorCode, string>>>()

/** The sentences for error codes come after the first screen, which needs none of them. */
export const loadErrorTexts = async (): Promise<void> => {
  const { errorTextsDe } = await import('@digitallotsen/domain/error-texts.de.ts')
  setErrorTexts(errorTextsDe)
}

export const problemText = ({ code, unreached }: Problem): string =>
  unreached && !navigator.onLine
    ? 'Keine Verbindung zum Internet. Bitte versuchen Sie es gleich noch einmal.'
    : (errorTexts()?.[code] ?? 'Bitte versuchen Sie es noch einmal.')
