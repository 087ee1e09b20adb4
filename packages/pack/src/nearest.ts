import { distance } from 'fastest-levenshtein'

/** The known word that was probably meant, at most a third of its letters away; undefined where none is close. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const [best] = known
    .map(candidate => ({ candidate, steps: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, steps }) => steps < candidate.length && steps <= Math.ceil(candidate.length / 3))
    .sort((a, b) => a.steps - b.steps)
  return best?.candidate
}

/** „Meinten Sie …?“, or the list of what is allowed where it is short enough to read. */
export const suggestion = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known)
  if (near) return `Meinten Sie „${near}“?`
  if (known.length === 0 || known.length > 24) return 'Bitte prüfen Sie die Schreibweise.'
  return `Erlaubt: ${known.join(', ')}.`
}
