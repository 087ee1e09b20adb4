import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Band } from '@digitallotsen/domain/check/result.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import type { Tone } from '@digitallotsen/ui/native.ts'
import { useTexts } from '../../lib/texts.tsx'

export const bandTones: Readonly<Record<Band, Exclude<Tone, 'neutral'>>> = { start: 'danger', build: 'warning', secure: 'info', model: 'success' }

export const BandBadge: Component<{ band: Band | null }> = props => {
  const texts = useTexts()
  return <Show when={props.band}>{band => <Badge tone={bandTones[band()]}>{texts.bands[band()]}</Badge>}</Show>
}
