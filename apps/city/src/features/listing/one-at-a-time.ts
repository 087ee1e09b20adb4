/** Runs one act after the other, whatever becomes of the one before. */
export const createOneAtATime = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(act: () => Promise<T>): Promise<T> => {
    const run = last.then(act, act)
    last = run.catch(() => undefined)
    return run
  }
}
