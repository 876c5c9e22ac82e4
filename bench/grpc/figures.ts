import { percentile } from '../percentiles.ts';

/** One round of one case. `cpuSeconds` is what the server used, `loadCpuSeconds` the load generator; latencies are in milliseconds. */
export type Round = {
  count: number;
  seconds: number;
  cpuSeconds?: number;
  loadCpuSeconds?: number;
  p50?: number;
  p90?: number;
  p99?: number;
};
type Latency = 'p50' | 'p90' | 'p99';

/** What the rounds of each case came to. A round of one case stands beside the round of the same number of every other case. */
export class Figures {
  readonly #rounds = new Map<string, Round[]>();

  add(name: string, round: Round): void {
    this.#rounds.set(name, [...(this.#rounds.get(name) ?? []), round]);
  }

  has(name: string): boolean {
    return this.#rounds.has(name);
  }

  get roundCount(): number {
    return Math.max(0, ...[...this.#rounds.values()].map((rounds) => rounds.length));
  }

  /** A second, median of the rounds. */
  rate(name: string): number {
    return median(this.#of(name).map(({ count, seconds }) => count / seconds));
  }

  /** How many times the other's rate, median over the rounds. */
  rateRatio(name: string, other: string): number {
    const others = this.#of(other);
    return median(
      this.#of(name).flatMap(({ count, seconds }, index) => {
        const beside = others[index];
        return beside === undefined ? [] : [count / seconds / (beside.count / beside.seconds)];
      }),
    );
  }

  /** Microseconds of processor that the server took for each, over all rounds; undefined where that is not known. */
  cpuMicroseconds(name: string, whose: 'cpuSeconds' | 'loadCpuSeconds' = 'cpuSeconds'): number | undefined {
    const rounds = this.#of(name);
    const seconds = rounds.reduce((sum, round) => sum + (round[whose] ?? Number.NaN), 0);
    const count = rounds.reduce((sum, round) => sum + round.count, 0);
    return Number.isNaN(seconds) || seconds === 0 ? undefined : (seconds * 1e6) / count;
  }

  /** How many times as many for the same processor time. */
  cpuRatio(name: string, other: string): number | undefined {
    const [own, others] = [this.cpuMicroseconds(name), this.cpuMicroseconds(other)];
    return own === undefined || others === undefined ? undefined : others / own;
  }

  latencyMs(name: string, which: Latency): number {
    return median(this.#of(name).map((round) => round[which] ?? Number.NaN));
  }

  #of(name: string): Round[] {
    const rounds = this.#rounds.get(name);
    if (rounds === undefined) throw new RangeError(`nothing was measured of ${name}`);
    return rounds;
  }
}

const median = (values: readonly number[]): number => percentile(values, 0.5);
