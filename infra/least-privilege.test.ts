import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { domains } from '../functions/domains.ts';
import { entryFile, lambdasOf } from '../functions/shared/domain.ts';
import { sensitiveFields } from '../generated/events/sensitive-fields.ts';
import { bundleFolder } from './bundle.ts';
import { capabilities } from './constructs/capabilities.ts';
import { declaredWith, resourcesOf, synthesized, type Templates } from './synthesized.ts';

const root = join(import.meta.dirname, '..');
const stacks = ['Api', 'Saga', 'Events'] as const;
type Stack = (typeof stacks)[number];

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown };
type Deployed = { entry: string; variables: string[]; statements: Statement[] };

let templates: Templates;
let deployed: Deployed[];
beforeAll(async () => {
  templates = await synthesized('dev');
  deployed = deployedFunctions();
});

/** Each function with what its role may do; a policy can be in another stack than the role. */
function deployedFunctions(): Deployed[] {
  const policies = stacks.flatMap((stack) =>
    resourcesOf(templates[stack], 'AWS::IAM::Policy').map(({ properties }) => ({
      roles: properties.Roles.map((role: Reference) => roleOf(stack, role)),
      statements: properties.PolicyDocument.Statement,
    })),
  );
  return stacks.flatMap((stack) =>
    resourcesOf(templates[stack], 'AWS::Lambda::Function').map(({ properties }) => {
      const role = `${stack}/${properties.Role['Fn::GetAtt'][0]}`;
      return {
        entry: properties.Description,
        variables: Object.keys(properties.Environment.Variables),
        statements: policies.filter(({ roles }) => roles.includes(role)).flatMap(({ statements }) => statements),
      };
    }),
  );
}

type Reference = { Ref?: string; 'Fn::ImportValue'?: string };

/** The role that a policy refers to, as `<stack>/<logical id>`. */
function roleOf(stack: Stack, { Ref, 'Fn::ImportValue': imported }: Reference): string {
  if (Ref !== undefined) return `${stack}/${Ref}`;
  for (const exporter of stacks) {
    for (const { Value, Export } of Object.values(templates[exporter].findOutputs('*'))) {
      if (Export?.Name === imported) return `${exporter}/${Value.Ref}`;
    }
  }
  throw new Error(`no stack exports ${imported}`);
}

const actionsOf = ({ Action }: Statement) => [Action].flat();
const mayDo = (action: string) =>
  deployed.filter(({ statements }) => statements.some((statement) => actionsOf(statement).includes(action)));
const entries = (found: Deployed[]) => [...new Set(found.map(({ entry }) => entry))].toSorted();
const readsSecrets = (statement: Statement) => actionsOf(statement).includes('secretsmanager:GetSecretValue');
const mayReadSecret = (name: string) =>
  deployed.filter(({ statements }) =>
    statements.some((statement) => readsSecrets(statement) && JSON.stringify(statement.Resource).includes(name)),
  );

const isOnPersonKeys = ({ Resource }: Statement) => JSON.stringify(Resource ?? '').includes('GetAttPersonKeysTable');
const onPersonKeys = (action: string) =>
  deployed.filter(({ statements }) =>
    statements.some((statement) => isOnPersonKeys(statement) && actionsOf(statement).includes(action)),
  );

/** Settings that the Auth client reads by a name put together at run time. */
const authClientNames = ['AUTH_TLS_SECRET_ARN', 'AUTH_TLS_SERVER_NAME'];

const declared = domains.flatMap((domain) =>
  lambdasOf(domain).map((lambda) => ({ ...lambda, domain: domain.name, file: entryFile(domain, lambda) })),
);
/** The settings for personal data that a function with this entry is not given. */
function personalSettings(entry: string): { unused: string[] } {
  const { may = [] } = declared.find(({ file }) => file === entry) ?? {};
  if (may.includes('seal-personal-data') || may.includes('open-personal-data')) return { unused: [] };
  const ofKeys = ['PERSONAL_DATA_KEY_ID'];
  return { unused: may.includes('erase-personal-data') ? ofKeys : [...ofKeys, 'PERSON_KEY_TABLE_NAME'] };
}
const withoutTable = declared.filter(({ table }) => table === 'none').map(({ file }) => file);

describe('a function', () => {
  it('has every variable that its bundle asks for, and no other', () => {
    const asked = globSync('functions/**/*.ts', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/environment\('([A-Z_]+)'\)/g)].map(([, name]) => name ?? ''),
    );
    const known = [...new Set(asked)];
    expect(known).toContain('TABLE_NAME');
    for (const { entry, variables } of deployed) {
      const bundle = readFileSync(join(root, bundleFolder(entry), 'index.mjs'), 'utf8');
      // The edge of every consumer can commit. One that declares no table returns nothing to be committed.
      const unused = withoutTable.includes(entry) ? ['STAGE', 'TABLE_NAME'] : ['STAGE'];
      // Nor does every Lambda that commits publish personal data, or every consumer read it.
      unused.push(...personalSettings(entry).unused);
      const needed = known.filter((name) => bundle.includes(`"${name}"`) && !unused.includes(name));
      if (needed.includes('AUTH_GRPC_TARGET')) needed.push(...authClientNames);
      const given = variables.filter((name) => name !== 'STAGE' && name !== 'POWERTOOLS_SERVICE_NAME');
      expect(given.toSorted(), entry).toEqual([...new Set(needed)].toSorted());
    }
  });

  it('names no wildcard action, and every resource except where AWS accepts none', () => {
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

describe('only functions that declare it', () => {
  it('may sign, with the first key or one tagged for the stage; only signing in declares it', () => {
    expect(entries(mayDo('kms:Sign'))).toEqual(declaredWith('sign-tokens'));
    expect(declaredWith('sign-tokens')).toEqual(['functions/auth/sign-in.ts']);
  });

  it('may create and delete signing keys, and only those with the tag of the stage; only one job declares it', () => {
    for (const action of ['kms:CreateKey', 'kms:TagResource', 'kms:ScheduleKeyDeletion'])
      expect(entries(mayDo(action)), action).toEqual(declaredWith('rotate-signing-keys'));
    expect(declaredWith('rotate-signing-keys')).toHaveLength(1);
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

  it('may start sagas', () => {
    expect(entries(mayDo('states:StartExecution'))).toEqual(declaredWith('start-saga'));
  });

  it('may answer sagas, and only those of this machine', () => {
    const answering = mayDo('states:SendTaskSuccess');
    expect(entries(answering)).toEqual(declaredWith('answer-saga'));
    const machines = answering
      .flatMap(({ statements }) => statements)
      .filter((statement) => actionsOf(statement).includes('states:SendTaskSuccess'))
      .map(({ Resource }) => JSON.stringify(Resource));
    expect(new Set(machines).size).toBe(1);
    expect(machines[0]).toMatch(/^\{"Fn::ImportValue":"lonja-dev-saga:ExportsOutputRefOrderSagaMachine/);
  });

  it('may read search snapshots by their version, or also replace them', () => {
    expect(entries(mayDo('s3:GetObjectVersion'))).toEqual(declaredWith('read-search-snapshots'));
    for (const action of ['s3:GetObject', 's3:PutObject', 's3:ListBucket'])
      expect(entries(mayDo(action)), action).toEqual(declaredWith('write-search-snapshots'));
    expect(mayDo('s3:DeleteObject')).toEqual([]);
  });

  it('may make the keys of persons, open what is sealed with them, and erase them', () => {
    const [sealing, opening, erasing] = (['seal-personal-data', 'open-personal-data', 'erase-personal-data'] as const).map(
      (capability) => declaredWith(capability),
    );
    const merged = (...lists: (readonly string[] | undefined)[]) => [...new Set(lists.flatMap((list = []) => list))].toSorted();
    expect(entries(mayDo('kms:GenerateDataKey'))).toEqual(sealing);
    expect(entries(mayDo('kms:Decrypt'))).toEqual(merged(sealing, opening));
    expect(entries(onPersonKeys('dynamodb:GetItem'))).toEqual(merged(sealing, opening));
    expect(entries(onPersonKeys('dynamodb:PutItem'))).toEqual(merged(sealing, erasing));
    const actions = deployed.flatMap(({ statements }) => statements.filter(isOnPersonKeys)).flatMap(actionsOf);
    expect(new Set(actions)).toEqual(new Set(['dynamodb:GetItem', 'dynamodb:PutItem']));
  });

  it('may use the key that wraps them, and no other with the context that it needs', () => {
    const using = deployed
      .flatMap(({ statements }) => statements)
      .filter((statement) => actionsOf(statement).some((action) => /^kms:(Decrypt|GenerateDataKey)/.test(action)));
    for (const { Resource, Condition } of using) {
      expect(JSON.stringify(Resource)).toMatch(/^\{"Fn::ImportValue":"lonja-dev-data:ExportsOutputFnGetAttPersonKeysWrappingKey/);
      expect(Condition).toEqual({ StringEquals: { 'kms:EncryptionContext:use': 'personal-data' } });
    }
  });

  it('makes an event with sensitive fields: each whose bundle holds such a decision may seal', () => {
    const types = Object.keys(sensitiveFields).map((type) => type.replaceAll('.', '\\.'));
    const making = new RegExp(`\\btype:["'\`](${types.join('|')})["'\`]`);
    const makers = declared.filter(({ file }) => making.test(readFileSync(join(root, bundleFolder(file), 'index.mjs'), 'utf8')));
    expect(declaredWith('seal-personal-data')).toEqual(expect.arrayContaining(makers.map(({ file }) => file)));
    expect(makers).not.toEqual([]);
  });

  it('may close payments, by the one function that does so', () => {
    const closing = (statement: Statement) => JSON.stringify(statement.Resource ?? '').includes('ClosePayment');
    const invoking = mayDo('lambda:InvokeFunction').filter(({ statements }) => statements.some(closing));
    expect(entries(invoking)).toEqual(declaredWith('close-payments'));
  });

  it('may call routes of other domains as any caller, by name', () => {
    const api = /^\{"Fn::GetAtt":\["(Payment|Shipping|Inventory)Rest[0-9A-F]*","Arn"\]\}$/;
    const resourcesOf = ({ Resource }: Statement) => [Resource].flat().map((resource) => JSON.stringify(resource));
    const calling = mayDo('lambda:InvokeFunction').filter(({ statements }) =>
      statements.flatMap(resourcesOf).some((resource) => api.test(resource)),
    );
    expect(entries(calling)).toEqual(declaredWith('read-order-details'));
    expect(entries(calling)).toEqual(['functions/order/rest.ts']);
  });

  it('may send email, and only from the address of the stage', () => {
    const senders = mayDo('ses:SendEmail');
    expect(entries(senders)).toEqual(declaredWith('send-email'));
    for (const { statements } of senders) {
      const sending = statements.find((statement) => actionsOf(statement).includes('ses:SendEmail'));
      expect(sending?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'orders@dev.lonja.example' } });
    }
  });

  it('may send SMS, and publish to no topic', () => {
    const senders = mayDo('sns:Publish');
    expect(entries(senders)).toEqual(declaredWith('send-sms'));
    const publishing = senders.flatMap(({ statements }) => statements).filter((one) => actionsOf(one).includes('sns:Publish'));
    for (const statement of publishing) {
      expect(statement.Resource).toBeUndefined();
      expect(statement).toMatchObject({ NotResource: 'arn:*:sns:*:*:*' });
    }
  });

  it('may read the secret from which the keys of push messages are derived', () => {
    const declared = new Set([...declaredWith('send-push'), ...declaredWith('register-devices')]);
    expect(entries(mayReadSecret('PushSecret'))).toEqual([...declared].toSorted());
  });

  it('may read the secret of the payment provider, besides the simulator of the provider', () => {
    const declared = [...declaredWith('verify-provider'), ...declaredWith('charge-cards'), ...declaredWith('reverse-charges')];
    const [simulator, others] = [/payment-simulator/, /^(?!.*payment-simulator)/].map((pattern) =>
      entries(mayReadSecret('PaymentProviderSecret')).filter((entry) => pattern.test(entry)),
    );
    expect(others).toEqual(declared.toSorted());
    expect(simulator).toHaveLength(2);
  });

  it('may read the certificate of callers of gRPC services, and they may read no other secret', () => {
    const callers = mayReadSecret('callercertificatearn');
    expect(entries(callers)).toEqual([...declaredWith('call-auth'), ...declaredWith('check-health')].toSorted());
    for (const { entry, statements } of callers) expect(statements.filter(readsSecrets), entry).toHaveLength(1);
  });
});

describe('only relays', () => {
  it('may publish events and read streams, for which Lambda needs four actions', () => {
    const relays = ['functions/platform/outbox-relay/handler.ts'];
    expect(entries(mayDo('events:PutEvents'))).toEqual(relays);
    for (const action of ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'])
      expect(entries(mayDo(`dynamodb:${action}`)), action).toEqual(relays);
  });
});

describe('the declarations', () => {
  it('are all deployed, each once', () => {
    const found = deployed.map(({ entry }) => entry).filter((entry) => !entry.startsWith('functions/platform/'));
    expect(found.toSorted()).toEqual(declared.map(({ file }) => file).toSorted());
  });

  it('use every capability that can be granted', () => {
    const used = new Set<string>(declared.flatMap(({ may = [] }) => may));
    expect(capabilities.filter((capability) => !used.has(capability))).toEqual([]);
  });

  it('give each function the rights on the table that it declares, and on no other table', () => {
    const reads = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
    const writes = ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
    const allowed = { none: [], read: reads, append: ['dynamodb:PutItem'], commit: [...reads, ...writes].toSorted() };
    for (const { file, domain, table, readsBelow } of declared.filter(({ may = [] }) => !may.includes('check-health'))) {
      const onTables = deployed
        .filter(({ entry }) => entry === file)
        .flatMap(({ statements }) => statements)
        .filter((statement) => actionsOf(statement).some((action) => action.startsWith('dynamodb:')))
        .filter((statement) => !isOnPersonKeys(statement));
      expect(onTables.flatMap(actionsOf).toSorted(), file).toEqual(
        readsBelow === undefined ? allowed[table] : ['dynamodb:GetItem'],
      );
      const tables = onTables.flatMap(({ Resource }) =>
        [...JSON.stringify(Resource).matchAll(/GetAtt([A-Z][A-Za-z]+)Table/g)].map(([, name]) => name?.toLowerCase()),
      );
      expect(
        tables.filter((name) => name !== domain.replaceAll('-', '')),
        file,
      ).toEqual([]);
    }
  });

  it('limit a function that reads a part of a table to it', () => {
    const limited = declared.filter(({ readsBelow }) => readsBelow !== undefined);
    expect(limited.map(({ file }) => file)).toEqual(['functions/auth/authorizer.ts']);
    for (const { file, readsBelow } of limited) {
      const reading = deployed
        .filter(({ entry }) => entry === file)
        .flatMap(({ statements }) => statements)
        .filter((statement) => actionsOf(statement).includes('dynamodb:GetItem'));
      expect(reading.map(({ Condition }) => Condition)).toEqual([
        { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${readsBelow}*`] } },
      ]);
    }
  });

  it('let the health check read no item that exists, no message and no parameter but its own', () => {
    const statements = deployed
      .filter(({ entry }) => declaredWith('check-health').includes(entry))
      .flatMap((found) => found.statements);
    const [reading, ...more] = statements.filter((statement) =>
      actionsOf(statement).some((action) => action.startsWith('dynamodb:')),
    );
    expect(more).toEqual([]);
    expect(reading).toMatchObject({
      Action: 'dynamodb:GetItem',
      Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['HEALTH'] } },
    });
    const others = statements.flatMap(actionsOf).filter((action) => !/^(logs|xray|ec2|dynamodb):/.test(action));
    expect(others.toSorted()).toEqual([
      'events:DescribeEventBus',
      'secretsmanager:GetSecretValue',
      'ses:GetEmailIdentity',
      'sqs:GetQueueAttributes',
      'ssm:GetParameters',
      'states:DescribeStateMachine',
    ]);
  });

  it('let only one consumer manage API keys, and add them to the plans of the stage only', () => {
    for (const action of ['apigateway:POST', 'apigateway:DELETE', 'apigateway:GET'])
      expect(entries(mayDo(action)), action).toEqual(declaredWith('manage-meters'));
    expect(declaredWith('manage-meters')).toEqual(['functions/auth/consumer.ts']);
  });

  it('let the audit trail only be added to by its consumer, and only be read by its API', () => {
    const tableOf = (file: string) => declared.find((lambda) => lambda.file === file)?.table;
    expect(tableOf('functions/audit/consumer.ts')).toBe('append');
    expect(tableOf('functions/audit/rest.ts')).toBe('read');
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
