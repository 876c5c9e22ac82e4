/** An answer that did not come within its time limit. What was asked goes on; its result is ignored. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/** Waits for a result at most `limitMs`. @throws {TimeLimitError} when that time is over, saying what was waited for */
export async function inTime<Result>(result: Promise<Result>, limitMs: number, what: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(`no ${what} after ${Math.round(limitMs)} ms`)), limitMs);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
