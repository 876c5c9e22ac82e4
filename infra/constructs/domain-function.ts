import type { Construct } from 'constructs';
import { type Capability, type DomainDeclaration, entryFile, type LambdaDeclaration } from '../../functions/shared/domain.ts';
import { usesProvider } from '../payment-provider.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { Stage } from '../stages.ts';
import { LonjaFunction } from './lonja-function.ts';

export type DomainFunctionProps = {
  stage: Stage;
  /** Has the table of the domain. */
  data: DataStack;
  domain: DomainDeclaration;
  lambda: LambdaDeclaration;
  /** Used unless the declaration says otherwise. */
  timeoutSeconds: number;
  environment?: Record<string, string>;
};

/** A Lambda that a domain declares, with its rights on the domain's table. `grantCapabilities` adds the other rights it declares. */
export class DomainFunction extends LonjaFunction {
  readonly may: readonly Capability[];

  constructor(scope: Construct, id: string, { stage, data, domain, lambda, timeoutSeconds, environment }: DomainFunctionProps) {
    const table = data.table(domain.name);
    super(scope, id, {
      stage,
      entry: entryFile(domain, lambda),
      withStripe: stage.paymentProvider.kind === 'stripe' && usesProvider(lambda),
      timeoutSeconds: lambda.timeoutSeconds ?? timeoutSeconds,
      ...(lambda.memoryMegabytes !== undefined && { memoryMegabytes: lambda.memoryMegabytes }),
      environment: { ...(lambda.table !== 'none' && { TABLE_NAME: table.tableName }), ...environment },
    });
    this.may = lambda.may ?? [];
    switch (lambda.table) {
      case 'read':
        table.allowReads(this);
        break;
      case 'append':
        table.allowPuts(this);
        break;
      case 'commit':
        table.allowCommits(this);
    }
  }
}
