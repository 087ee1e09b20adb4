/** For a message that only confirms; one that can be undone stays for its ten seconds. */
export const brief = { duration: 5000 } as const
