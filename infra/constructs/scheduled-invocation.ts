import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { LonjaFunction } from './lonja-function.ts';

export type ScheduledInvocationProps = {
  target: LonjaFunction;
  everyMinutes: number;
  deadLetterQueue: DeadLetterQueue;
};

/** The longest that Lambda keeps an asynchronous call. */
const longestAsyncMinutes = 6 * 60;

/**
 * Calls a function at a fixed rate. Without an input the Scheduler sends an event whose `time` is when the call was due. A call that
 * comes too late is dropped, since the next one does the same work.
 */
export class ScheduledInvocation extends Construct {
  constructor(scope: Construct, id: string, { target, everyMinutes, deadLetterQueue }: ScheduledInvocationProps) {
    super(scope, id);
    const period = Duration.minutes(everyMinutes);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetterQueue.queueArn] }));
    new CfnSchedule(this, 'Schedule', {
      scheduleExpression: everyMinutes === 1 ? 'rate(1 minute)' : `rate(${everyMinutes} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: deadLetterQueue.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: period.toSeconds(), maximumRetryAttempts: 3 },
      },
    });
    // The call is asynchronous, so from here on Lambda retries and gives up by itself.
    target.configureAsyncInvoke({
      maxEventAge: Duration.minutes(Math.min(everyMinutes, longestAsyncMinutes)),
      retryAttempts: 1,
      onFailure: new SqsDestination(deadLetterQueue),
    });
  }
}
