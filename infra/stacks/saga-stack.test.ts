import aslValidator from 'asl-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { domains } from '../../functions/domains.ts';
import { entryFile } from '../../functions/shared/domain.ts';
import { stageCalled } from '../stages.ts';
import { resourcesOf, synthesized, type Templates } from '../synthesized.ts';

type Reference = { Ref?: string; 'Fn::GetAtt'?: [string, string] };
type State = {
  Type: string;
  Resource?: string;
  TimeoutSeconds?: number;
  Seconds?: number;
  Retry?: { MaxAttempts: number; MaxDelaySeconds?: number }[];
};
type Definition = { TimeoutSeconds: number; States: Record<string, State> };

const retryWaitSeconds = 300;
/** Three attempts, and a round every five minutes while the provider is out, until the order's deadline ends it. */
const chargeRounds = 3 + Math.ceil((stageCalled('dev').orderDeadlineMinutes * 60) / retryWaitSeconds);
/** What AWS writes of a task that is tried: scheduled, started, submitted and its end. */
const eventsPerTry = 4;
const historyLimit = 25_000;

let saga: Templates['Saga'];
let definition: Definition;
beforeAll(async () => {
  saga = (await synthesized('dev')).Saga;
  definition = JSON.parse(filledIn());
});

/** The definition as CloudFormation passes it on, with the defaults of the parameters and invented ARNs. */
function filledIn(): string {
  const [machine] = resourcesOf(saga, 'AWS::StepFunctions::StateMachine');
  const parts: (string | Reference)[] = machine?.properties.DefinitionString['Fn::Join'][1];
  const value = (part: Reference) =>
    part.Ref === undefined
      ? `arn:aws:lambda:eu-west-1:123456789012:function:${part['Fn::GetAtt']?.[0]}`
      : saga.findParameters(part.Ref)[part.Ref]?.Default;
  return parts.map((part) => (typeof part === 'string' ? part : value(part))).join('');
}

describe('the state machine', () => {
  it('is valid Amazon States Language', () => {
    const { isValid, errorsText } = aslValidator(definition);
    expect(isValid, errorsText('\n')).toBe(true);
  });

  it('takes its waits from parameters, as plain numbers', () => {
    expect(definition.States.ChargePayment?.TimeoutSeconds).toBe(900);
    expect(definition.States.WaitForNextAttempt?.Seconds).toBe(retryWaitSeconds);
    expect(definition.States.WaitForProvider?.Seconds).toBe(retryWaitSeconds);
    expect(Object.keys(saga.findParameters('*'))).toEqual(
      expect.arrayContaining(['ChargeTimeoutSeconds', 'RetryWaitSeconds', 'RestUrl', 'PaymentProviderUrl']),
    );
  });

  it('calls the function of each task once', () => {
    const text = filledIn();
    expect(text).not.toContain('${');
    const declared = domains.flatMap((domain) => Object.values(domain.sagaTasks ?? {}).map((task) => entryFile(domain, task)));
    const functions = resourcesOf(saga, 'AWS::Lambda::Function').filter(({ properties }) =>
      declared.includes(properties.Description),
    );
    expect(functions).toHaveLength(declared.length);
    expect(declared).toHaveLength(7);
    for (const { id } of functions) expect(text.split(`:function:${id}"`)).toHaveLength(2);
  });

  it('has a longer timeout than all its steps together, with every retry and wait', () => {
    const longestSeconds = Object.values(definition.States).reduce(
      (sum, { TimeoutSeconds = 0, Seconds = 0, Retry = [], Resource = '' }) => {
        const retries = Math.max(0, ...Retry.map(({ MaxAttempts }) => MaxAttempts));
        const delay = Math.max(0, ...Retry.map(({ MaxDelaySeconds = 0 }) => MaxDelaySeconds));
        const times = Resource.endsWith('.waitForTaskToken') || Seconds > 0 ? chargeRounds : 1;
        return sum + times * (Seconds + TimeoutSeconds * (1 + retries) + delay * retries);
      },
      0,
    );
    expect(definition.TimeoutSeconds).toBeGreaterThan(longestSeconds);
  });

  it('writes a history within the limit of Step Functions, with every retry and round', () => {
    const events = Object.values(definition.States).reduce((sum, { Seconds = 0, Retry = [], Resource = '' }) => {
      const retries = Math.max(0, ...Retry.map(({ MaxAttempts }) => MaxAttempts));
      const times = Resource.endsWith('.waitForTaskToken') || Seconds > 0 ? chargeRounds : 1;
      // Entered and exited, around the tries. The choice that follows each round is counted with its wait.
      return sum + times * (4 + eventsPerTry * (1 + retries));
    }, 0);
    expect(events).toBeLessThan(historyLimit / 5);
  });

  it('cannot reach that limit within its own timeout, even if the deadline did not end a round', () => {
    const roundsByTimeout = definition.TimeoutSeconds / retryWaitSeconds;
    const eventsPerRound = 6 + eventsPerTry;
    expect(roundsByTimeout * eventsPerRound).toBeLessThan(historyLimit);
  });

  it('logs and traces everything except the data of the orders', () => {
    saga.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    });
  });
});
