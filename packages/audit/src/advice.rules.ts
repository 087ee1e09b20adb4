import type { CheckItem } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { CheckData, Outcome } from './check.types.ts'

const maxNamed = 5

/**
 * The advice with its placeholders filled from the finding. A sentence whose placeholder has nothing to say is left out; of a long list
 * five are named and the rest counted. Braces in what the site said are never taken for placeholders.
 */
export const fillAdvice = (advice: string, values: Outcome['values']): string => {
  const kept = sentencesOf(advice).filter(sentence => [...sentence.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => (values[name]?.length ?? 0) > 0))
  return kept.map(sentence => sentence.replace(/\{(\w+)\}/g, (_, name: string) => listed(values[name] ?? []))).join(' ').replace(/ +(?=[).,])/g, '').trim()
}

/** Splits after a full stop that ends a sentence: a capital letter follows, and what precedes is no abbreviation such as „Nr.“. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[a-zäöüß})“]\.)\s+(?=[A-ZÄÖÜ„])/)

const listed = (values: readonly string[]): string => (values.length <= maxNamed ? values.join(', ') : `${values.slice(0, maxNamed).join(', ')} und ${values.length - maxNamed} weitere`)

export interface Concern {
  readonly itemId: string
  readonly measureId: string
}

/** Which item of the Digital-Check a finding belongs to and which measure of the plan works on that item; undefined where a city has no such item. */
export const findConcern = ({ item }: Pick<CheckData, 'item'>, items: readonly Pick<CheckItem, 'id' | 'measureId'>[]): Concern | undefined => {
  const found = items.find(({ id }) => id === item)
  return found && { itemId: found.id, measureId: found.measureId }
}
