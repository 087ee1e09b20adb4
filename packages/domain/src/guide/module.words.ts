import * as z from 'zod/mini'

/** How far a guide is with a module; without a row it is open. */
export const moduleState = z.enum(['begun', 'passed'])

export type ModuleState = z.output<typeof moduleState>
