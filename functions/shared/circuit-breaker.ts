import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import { log } from './log.ts';

const opensAfterFaults = 5;
const probesAfterMs = 60_000;

export type CircuitBreaker = {
  /** Whether one call is under way that decides whether the breaker closes. */
  isProbing(): boolean;
  /** Makes the call. @throws {BreakerOpenError} at once while the breaker is open, or while another call probes */
  run<Result>(call: () => Promise<Result>): Promise<Result>;
};

/** The call was not made, since the calls before it got no answer. */
export class BreakerOpenError extends Error {
  override readonly name = 'BreakerOpenError';
}

/**
 * After 5 faults in a row the breaker lets nothing through for 60 seconds, then a single call that decides. `isFault` says
 * which errors count. The breaker belongs to this process: each process notices an outage by itself.
 */
export function breakerOf(what: string, isFault: (thrown: unknown) => boolean): CircuitBreaker {
  const breaker = circuitBreaker(handleWhen(isFault), {
    halfOpenAfter: probesAfterMs,
    breaker: new ConsecutiveBreaker(opensAfterFaults),
  });
  breaker.onStateChange((state) => log.warn(`breaker of ${what}`, { state: CircuitState[state] }));
  const isProbing = () => breaker.state === CircuitState.HalfOpen;
  return {
    isProbing,
    async run(call) {
      // cockatiel would let other calls wait for the end of the probe.
      if (isProbing()) throw new BreakerOpenError(`the breaker of ${what} is open while one call probes`);
      try {
        return await breaker.execute(call);
      } catch (error) {
        throw isBrokenCircuitError(error) ? new BreakerOpenError(`the breaker of ${what} is open`, { cause: error }) : error;
      }
    },
  };
}
