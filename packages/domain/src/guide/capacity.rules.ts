import type { Recognition } from './guide.schemas.ts'

/** Hours a business takes, all phases together (domain.md §1.3). */
export const hoursPerBusiness = 17
/** As many cases as anybody may lead at once, whatever the office says. */
export const mostCapacity = 15

/**
 * How many businesses a guide can lead at once, as a first suggestion that the office may change: 5 ECTS are 100 hours of accompanying, so five
 * to six businesses in a semester; 10 ECTS are 240, so fourteen, seven at once; whoever volunteers begins with two (domain.md §5.3).
 */
export const suggestedCapacity: Readonly<Record<Recognition, number>> = {
  module_5: 5,
  module_10: 7,
  project: 4,
  internship: 7,
  assistant: 5,
  volunteer: 2,
  thesis: 2,
}

/** Cases that a guide could still take; never negative, also where the capacity was lowered below what is led. */
export const freePlaces = ({ capacity, load }: { capacity: number; load: number }): number => Math.max(0, capacity - load)
