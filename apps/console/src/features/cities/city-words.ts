import type { Tone } from '@digitallotsen/ui/native.ts'
import type { CityRow } from '../../lib/console-port.ts'

export const stateWords: Readonly<Record<CityRow['state'], { label: string; tone: Tone }>> = {
  live: { label: 'Online', tone: 'success' },
  draft: { label: 'Entwurf', tone: 'info' },
  paused: { label: 'Pausiert', tone: 'warning' },
  ended: { label: 'Beendet', tone: 'neutral' },
}

export const count = (number: number, one: string, many: string): string => (number === 1 ? one : `${number} ${many}`)
