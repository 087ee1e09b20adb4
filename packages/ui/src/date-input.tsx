import type { Component } from 'solid-js'
import { TextInput } from './text-input.tsx'
import type { TextInputProps } from './text-input.tsx'

/** A native date field; its value is an ISO day (2027-02-03). */
export const DateInput: Component<Omit<TextInputProps, 'type' | 'width'>> = (props) => <TextInput {...props} type="date" width="s" />
