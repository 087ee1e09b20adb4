import type { Component } from 'solid-js'
import { useTexts } from '../../lib/texts.tsx'
import { AddressForm } from './address-form.tsx'
import { useStartAudit } from './use-start-audit.ts'

/** The address to check, for the shop one is in. */
export const StartForm: Component<{ address: string }> = props => {
  const words = useTexts('website').form
  const start = useStartAudit()
  return <AddressForm address={props.address} label={words.submit} busy={start.isPending} error={start.error} tooOften={words.tooOften} onSubmit={address => start.mutate(address)} />
}
