import * as z from 'zod/mini'

/** How far a guide has come (domain.md §5.3): a senior leads tandems, a trainer trains. */
export const guideStage = z.enum(['guide', 'senior', 'trainer'])

/** `training`: accepted, not yet released for cases · `active`: may take cases · `paused`: keeps hers, takes no new one · `ended`. */
export const guideState = z.enum(['training', 'active', 'paused', 'ended'])

/** What the university makes of the work (domain.md §1.6). */
export const recognition = z.enum(['module_5', 'module_10', 'project', 'internship', 'assistant', 'volunteer', 'thesis'])

/** How a guide gets to the shops. */
export const meansOfTravel = z.enum(['foot', 'bicycle', 'transit', 'car'])

export type GuideStage = z.output<typeof guideStage>
export type GuideState = z.output<typeof guideState>
export type Recognition = z.output<typeof recognition>
export type MeansOfTravel = z.output<typeof meansOfTravel>
