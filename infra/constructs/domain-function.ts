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
    super(scope, id, {
      stage,
      entry: entryFile(domain, lambda),
      withStripe: stage.paymentProvider.kind === 'stripe' && usesProvider(lambda),
      timeoutSeconds: lambda.timeoutSeconds ?? timeoutSeconds,
      ...(lambda.memoryMegabytes !== undefined && { memoryMegabytes: lambda.memoryMegabytes }),
      environment: { ...(lambda.table !== 'none' && { TABLE_NAME: data.table(domain.name).tableName }), ...environment },
    });
    this.may = lambda.may ?? [];
    if (lambda.table === 'none') return;
    const table = data.table(domain.name);
    switch (lambda.table) {
      case 'read':
        if (lambda.readsBelow === undefined) table.allowReads(this);
        else table.allowReadsBelow(this, lambda.readsBelow);
        break;
      case 'append':
        table.allowPuts(this);
        break;
      case 'commit':
        table.allowCommits(this);
    }
  }
}
