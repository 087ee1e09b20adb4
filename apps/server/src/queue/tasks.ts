/** The jobs of one city; `enqueue_job` puts the city into the payload. */
export const cityTasks = ['mail.send', 'cases.watch', 'figures.refresh', 'handovers.watch', 'sweep.expired', 'visit.remind', 'website.audit', 'website.rejudge', 'website.repeat', 'website.monthly', 'website.tidy'] as const
export type CityTask = (typeof cityTasks)[number]

/** What the clock starts belongs to no city: it puts one job per city into the queue. */
export const everyCityTask = 'cities.each'
/** The jobs that take nothing but their city. */
export const everyCityTasks = ['figures.refresh', 'cases.watch', 'handovers.watch', 'sweep.expired', 'visit.remind', 'website.monthly', 'website.tidy'] as const satisfies readonly CityTask[]
export type EveryCityTask = (typeof everyCityTasks)[number]
