import type { MetricValueWithName } from 'prom-client';

/** In seconds, ascending. */
const bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How long calls took, in the buckets of a histogram. */
export class CallDurations {
  /** How many were at most as long as the bound of the same index, and longer than the one before; the last are the longest. */
  readonly #counts = new Float64Array(bounds.length + 1);
  #sumSeconds = 0;

  observe(seconds: number): void {
    let bucket = 0;
    while (bucket < bounds.length && seconds > (bounds[bucket] ?? 0)) bucket += 1;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sumSeconds += seconds;
  }

  /** As Prometheus wants them: each bucket holds those before it. */
  values(name: string, labels: { service: string; method: string }): MetricValueWithName<'service' | 'method' | 'le'>[] {
    let count = 0;
    const buckets = [...bounds, '+Inf' as const].map((le, index) => {
      count += this.#counts[index] ?? 0;
      return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: this.#sumSeconds },
      { metricName: `${name}_count`, labels, value: count },
    ];
  }
}
