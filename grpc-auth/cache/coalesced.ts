/** One piece of work at a time under each key: who asks for what is being done waits for the same answer, or the same fault. */
export function coalesced<Result>(): (key: string, work: () => Promise<Result>) => Promise<Result> {
  const running = new Map<string, Promise<Result>>();
  return (key, work) => {
    const started = running.get(key);
    if (started !== undefined) return started;
    const result = work().finally(() => running.delete(key));
    running.set(key, result);
    return result;
  };
}
