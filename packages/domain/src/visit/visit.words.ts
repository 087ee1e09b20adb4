/** Where the two meet. */
export const visitPlaces = ['shop', 'video', 'phone', 'office', 'university', 'elsewhere'] as const
