import { useApp } from '../../app/app-context.ts'
import { useSetting } from './listing.queries.ts'

/** The names of trades in the language of the page; none until the city's list is there. */
export const useTradeNames = () => {
  const { locale } = useApp()
  const setting = useSetting()
  return (ids: readonly string[]): string[] => ids.flatMap(id => setting.data?.categories.find(trade => trade.id === id)?.label[locale] ?? [])
}
