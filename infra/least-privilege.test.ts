import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleFolder } from './bundle.ts';
import { resourcesOf, synthesized, type Templates } from './synthesized.ts';

const root = join(import.meta.dirname, '..');
const stacks = ['Api', 'Saga', 'Events'] as const;

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown };
type Deployed = { entry: string; variables: string[]; statements: Statement[] };

let templates: Templates;
let deployed: Deployed[];
beforeAll(async () => {
  templates = await synthesized('dev');
  deployed = stacks.flatMap(deployedIn);
});

/** Each function with what its role may do. */
function deployedIn(stack: (typeof stacks)[number]): Deployed[] {
  const policies = resourcesOf(templates[stack], 'AWS::IAM::Policy');
  return resourcesOf(templates[stack], 'AWS::Lambda::Function').map(({ properties }) => {
    const roleId = properties.Role['Fn::GetAtt'][0];
    const own = policies.filter((policy) => policy.properties.Roles.some(({ Ref }: { Ref: string }) => Ref === roleId));
    return {
      entry: properties.Description,
      variables: Object.keys(properties.Environment.Variables),
      statements: own.flatMap((policy) => policy.properties.PolicyDocument.Statement),
    };
  });
}

const actionsOf = ({ Action }: Statement) => [Action].flat();
const mayDo = (action: string) =>
  deployed.filter(({ statements }) => statements.some((statement) => actionsOf(statement).includes(action)));
const entries = (found: Deployed[]) => [...new Set(found.map(({ entry }) => entry))].toSorted();

/** What the Auth client reads by a name put together at run time. */
const authClientNames = ['AUTH_TLS_SECRET_ARN', 'AUTH_TLS_SERVER_NAME'];

describe('a function', () => {
  it('has every variable that its bundle asks for, and no other', () => {
    const asked = globSync('functions/**/*.ts', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/environment\('([A-Z_]+)'\)/g)].map(([, name]) => name ?? ''),
    );
    const known = [...new Set(asked)];
    expect(known).toContain('TABLE_NAME');
    for (const { entry, variables } of deployed) {
      const bundle = readFileSync(join(root, bundleFolder(entry), 'index.mjs'), 'utf8');
      const needed = known.filter((name) => bundle.includes(`"${name}"`) && name !== 'STAGE');
      if (needed.includes('AUTH_GRPC_TARGET')) needed.push(...authClientNames);
      const given = variables.filter((name) => name !== 'STAGE' && name !== 'POWERTOOLS_SERVICE_NAME');
      expect(given.toSorted(), entry).toEqual(needed.toSorted());
    }
  });

  it('names no wildcard action, and every resource but where AWS takes none', () => {
    const takesNoResource =
      /^(xray:Put|dynamodb:ListStreams$|ec2:(Assign|Create|Delete|Describe|Unassign)|kms:(CreateKey|TagResource)$)/;
    for (const { entry, statements } of deployed) {
      for (const statement of statements) {
        expect(
          actionsOf(statement).filter((action) => action.includes('*')),
          entry,
        ).toEqual([]);
        if (statement.Resource === '*')
          expect(
            actionsOf(statement).filter((action) => !takesNoResource.test(action)),
            entry,
          ).toEqual([]);
      }
    }
  });
});

describe('only', () => {
  it('signing in may sign', () => {
    expect(entries(mayDo('kms:Sign'))).toEqual(['functions/auth/sign-in.ts']);
  });

  it('the rotation may make and delete signing keys, and only those that bear the tag of the stage', () => {
    for (const action of ['kms:CreateKey', 'kms:TagResource', 'kms:ScheduleKeyDeletion'])
      expect(entries(mayDo(action)), action).toEqual(['functions/auth/jobs/rotate-keys.ts']);
    const onAnyKey = deployed
      .flatMap(({ statements }) => statements)
      .filter((statement) => actionsOf(statement).some((action) => action.startsWith('kms:')))
      .filter(({ Resource }) => Resource === '*' || JSON.stringify(Resource).includes(':key/*'));
    expect(onAnyKey).toHaveLength(3);
    for (const { Condition } of onAnyKey) {
      expect([
        { StringEquals: { 'aws:RequestTag/lonja:signing-key': 'dev' } },
        { StringEquals: { 'aws:ResourceTag/lonja:signing-key': 'dev' } },
      ]).toContainEqual(Condition);
    }
  });

  it('relays may publish, and read streams: all that Lambda does to read one for them', () => {
    const relays = ['functions/platform/outbox-relay/handler.ts'];
    expect(entries(mayDo('events:PutEvents'))).toEqual(relays);
    for (const action of ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'])
      expect(entries(mayDo(`dynamodb:${action}`)), action).toEqual(relays);
  });

  it('the saga starter may start sagas, and payment answer them', () => {
    expect(entries(mayDo('states:StartExecution'))).toEqual(['functions/order/saga-starter.ts']);
    expect(entries(mayDo('states:SendTaskSuccess'))).toEqual([
      'functions/payment/consumer.ts',
      'functions/payment/saga-tasks/charge-payment.ts',
    ]);
  });

  it('notification may send mail, and only from the stage’s address', () => {
    const senders = mayDo('ses:SendEmail');
    expect(entries(senders)).toEqual(['functions/notification/consumer.ts']);
    const mailing = senders[0]?.statements.find((statement) => actionsOf(statement).includes('ses:SendEmail'));
    expect(mailing?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'orders@dev.lonja.example' } });
  });

  it('payment may read the provider’s secret, and the simulator that stands in for it', () => {
    expect(entries(mayRead(({ Resource }) => JSON.stringify(Resource).includes('PaymentProviderSecret')))).toEqual([
      'functions/platform/payment-simulator/callbacks.ts',
      'functions/platform/payment-simulator/rest.ts',
      'functions/payment/consumer.ts',
      'functions/payment/jobs/reverse-charges.ts',
      'functions/payment/rest.ts',
      'functions/payment/saga-tasks/charge-payment.ts',
    ]);
  });

  it('whoever calls Auth may read the callers’ certificate, and no other secret', () => {
    const callers = mayRead(({ Resource }) => JSON.stringify(Resource).includes('callercertificatearn'));
    expect(entries(callers)).toEqual(['functions/auth/authorizer.ts', 'functions/product/rest.ts']);
    for (const { entry, statements } of callers) expect(statements.filter(readsSecrets), entry).toHaveLength(1);
  });

  const readsSecrets = (statement: Statement) => actionsOf(statement).includes('secretsmanager:GetSecretValue');
  function mayRead(isIt: (statement: Statement) => boolean) {
    return deployed.filter(({ statements }) => statements.some((statement) => readsSecrets(statement) && isIt(statement)));
  }
});

describe('the audit trail', () => {
  it('is only added to by its consumer, and only read by its API', () => {
    const tableActions = (entry: string) =>
      deployed
        .filter((found) => found.entry === entry)
        .flatMap(({ statements }) => statements.flatMap(actionsOf))
        .filter((action) => action.startsWith('dynamodb:'))
        .toSorted();
    expect(tableActions('functions/audit/consumer.ts')).toEqual(['dynamodb:PutItem']);
    expect(tableActions('functions/audit/rest.ts')).toEqual(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query']);
  });
});

describe('each domain', () => {
  it('touches its own table alone', () => {
    for (const { entry, statements } of deployed.filter((found) => !/outbox-relay|simulator/.test(found.entry))) {
      const domain = entry.split('/')[1] ?? '';
      const tables = statements
        .filter((statement) => actionsOf(statement).some((action) => action.startsWith('dynamodb:')))
        .flatMap(({ Resource }) =>
          [...JSON.stringify(Resource).matchAll(/GetAtt([A-Z][a-z]+)Table/g)].map(([, name]) => name?.toLowerCase()),
        );
      expect(
        tables.filter((name) => name !== domain),
        entry,
      ).toEqual([]);
    }
  });
});

describe('the Auth service', () => {
  it('reads its table and signs nothing', () => {
    const statements = resourcesOf(templates.Auth, 'AWS::IAM::Policy').flatMap(
      ({ properties }) => properties.PolicyDocument.Statement,
    );
    const actions = statements.flatMap(actionsOf);
    expect(actions.filter((action) => action.startsWith('dynamodb:')).toSorted()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
    ]);
    expect(actions.filter((action) => action.startsWith('kms:'))).toEqual([]);
  });
});
