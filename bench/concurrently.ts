/** Runs `count` jobs, `atOnce` of them at any time; answers what each answered. */
export async function concurrently<Result>(
  count: number,
  atOnce: number,
  job: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next++;
      results[index] = await job(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
