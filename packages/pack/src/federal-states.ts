import type { FederalState } from './resolved-pack.schemas.ts'

const statesByKey: Readonly<Record<string, FederalState>> = {
  '01': 'SH', '02': 'HH', '03': 'NI', '04': 'HB', '05': 'NW', '06': 'HE', '07': 'RP', '08': 'BW',
  '09': 'BY', '10': 'SL', '11': 'BE', '12': 'BB', '13': 'MV', '14': 'SN', '15': 'ST', '16': 'TH',
}

/** The Bundesland a municipality key begins with (Destatis); Nordrhein-Westfalen, where the product is at home, when there is none. */
export const federalStateOf = (ags: string | undefined): FederalState => statesByKey[ags?.slice(0, 2) ?? ''] ?? 'NW'
