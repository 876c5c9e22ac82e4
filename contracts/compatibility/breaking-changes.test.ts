import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  EnumDescriptorProtoSchema,
  EnumValueDescriptorProtoSchema,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FieldDescriptorProtoSchema,
  type FileDescriptorSet,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';
import { describe, expect, it } from 'vitest';
import { readContracts } from '../contracts.ts';
import type { Schema } from '../schema.ts';
import { breakingChanges } from './breaking-changes.ts';
import { rpcChanges } from './rpc-changes.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

const root = dirname(dirname(import.meta.dirname));
const released = snapshotOf(readContracts(root));

/** The breaking changes of the contracts, after a change that a test seeds. */
function changesAfter(change: (contracts: Snapshot) => void): string[] {
  const seeded = structuredClone(released);
  change(seeded);
  expect(seeded).not.toEqual(released);
  return breakingChanges(released, seeded);
}

/** The schema at a place below another one. @throws when there is none */
function at(schema: Schema | undefined, ...path: string[]): Schema {
  const found = path.reduce<Schema | undefined>((node, name) => (name === '*' ? node?.items : node?.properties?.[name]), schema);
  if (found === undefined) throw new Error(`no schema at ${path.join('/')}`);
  return found;
}
const without = (values: readonly string[] | undefined, value: string) => (values ?? []).filter((other) => other !== value);

describe('contracts that did not change', () => {
  it('break nobody', () => {
    expect(breakingChanges(released, structuredClone(released))).toEqual([]);
  });
});

describe('what is only added', () => {
  it('breaks nobody: an event, a route, an optional field, a wider limit of a request', () => {
    const changes = changesAfter(({ events, routes }) => {
      events['order.wrapped'] = { type: 'object' };
      routes['GET /wrappings'] = { params: {}, query: {}, answers: {} };
      const created = events['order.created'];
      if (created?.properties) created.properties.giftWrap = { type: 'boolean' };
      const place = routes['POST /orders'];
      if (place?.body?.properties) place.body.properties.giftWrap = { type: 'boolean' };
      if (place?.answers[201]?.properties) place.answers[201].properties.giftWrap = { type: 'boolean' };
      at(place?.body, 'lines').maxItems = 60;
    });
    expect(changes).toEqual([]);
  });
});

describe('an event', () => {
  const consumersOf = ['payment', 'notification'];

  it('with one more value in an enumeration breaks its consumers, who refuse it', () => {
    const changes = changesAfter(({ events }) => {
      const urgency = at(events['inventory.low_stock'], 'urgencyLevel');
      urgency.enum = [...(urgency.enum ?? []), 'hopeless'];
    });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatch(
      /event inventory\.low_stock, read by the released consumer: \/urgencyLevel may be hopeless.*notification/,
    );
  });

  it('with one value less breaks the consumers that read it again from the archive', () => {
    const changes = changesAfter(({ events }) => {
      const urgency = at(events['inventory.low_stock'], 'urgencyLevel');
      urgency.enum = without(urgency.enum, 'critical');
    });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatch(/published before and read now: \/urgencyLevel may be critical.*notification/);
  });

  it.each<[string, (event: Schema) => void, RegExp]>([
    ['a field less', (event) => delete event.properties?.reason, /^$/],
    [
      'a required field less',
      (event) => {
        event.required = without(event.required, 'reason');
      },
      /reason may be absent/,
    ],
    [
      'one more required field',
      (event) => {
        event.required = [...(event.required ?? []), 'note'];
      },
      /note may be absent/,
    ],
    [
      'a longer text',
      (event) => {
        at(event, 'reason').maxLength = 9999;
      },
      /reason has a maxLength of 9999/,
    ],
    [
      'a shorter text',
      (event) => {
        at(event, 'reason').maxLength = 5;
      },
      /reason has a maxLength of 500/,
    ],
    [
      'another type',
      (event) => {
        at(event, 'reason').type = 'integer';
      },
      /reason is integer and must be string/,
    ],
    [
      'another format',
      (event) => {
        at(event, 'orderId').format = 'uri';
      },
      /orderId must have the format/,
    ],
    [
      'a field that is sealed now',
      (event) => {
        at(event, 'reason')['x-sensitive'] = true;
      },
      /reason is sealed and was not/,
    ],
  ])('with %s names its consumers', (_, change, says) => {
    const changes = changesAfter(({ events }) => change(events['payment.failed'] ?? {}));
    if (says.source === '^$') return expect(changes).toEqual([]);
    expect(changes.join('\n')).toMatch(says);
    for (const line of changes) for (const name of consumersOf) expect(line).toContain(name);
  });

  it('that is gone names its consumers', () => {
    const changes = changesAfter(({ events }) => delete events['order.cancelled']);
    expect(changes).toEqual([
      expect.stringMatching(/^event order\.cancelled is gone: it breaks the consumers .*inventory.*payment/),
    ]);
  });

  it('that only audit takes says so', () => {
    const changes = changesAfter(({ events }) => delete events['notification.sent']);
    expect(changes.join()).toContain('no consumer');
  });
});

describe('a route', () => {
  it('that accepts one value less of an enumeration is named', () => {
    const changes = changesAfter(({ routes }) => {
      const role = at(routes['PUT /auth/users/{userId}/roles']?.body, 'roles', '*');
      role.enum = without(role.enum, 'buyer');
    });
    expect(changes).toEqual([
      expect.stringMatching(/^route PUT \/auth\/users\/\{userId\}\/roles: a request that was accepted.*\/roles\/\* may be buyer/),
    ]);
  });

  it('that accepts one value more breaks nobody, and one that answers it is named', () => {
    const add = (schema: Schema) => {
      schema.enum = [...(schema.enum ?? []), 'guest'];
    };
    const accepts = changesAfter(({ routes }) => add(at(routes['PUT /auth/users/{userId}/roles']?.body, 'roles', '*')));
    expect(accepts).toEqual([]);
    const answers = changesAfter(({ routes }) => add(at(routes['POST /auth/register']?.answers[201], 'roles', '*')));
    expect(answers).toEqual([expect.stringMatching(/^route POST \/auth\/register: an answer of 201.*\/roles\/\* may be guest/)]);
  });

  it.each<[string, (routes: Snapshot['routes']) => void, RegExp]>([
    ['is gone', (routes) => delete routes['GET /orders/{orderId}'], /^route GET \/orders\/\{orderId\}: it is gone$/],
    [
      'asks for one more field',
      (routes) => {
        const { body } = routes['POST /orders'] ?? {};
        if (body) body.required = [...(body.required ?? []), 'x'];
      },
      /^route POST \/orders: .*\/x may be absent/,
    ],
    [
      'asks for a query parameter',
      (routes) => {
        const { query } = routes['GET /locals'] ?? {};
        if (query) query.required = ['cursor'];
      },
      /^route GET \/locals: .*in its query: \/cursor may be absent/,
    ],
    [
      'takes fewer lines',
      (routes) => {
        at(routes['POST /orders']?.body, 'lines').maxItems = 10;
      },
      /lines has a maxItems of 50/,
    ],
    [
      'answers without a field',
      (routes) => {
        const answer = routes['GET /orders/{orderId}']?.answers[200];
        if (answer) answer.required = without(answer.required, 'status');
      },
      /an answer of 200.*status may be absent/,
    ],
    [
      'answers another status',
      (routes) => {
        const route = routes['POST /orders'];
        if (route) route.answers = { 202: route.answers[201] ?? {} };
      },
      /^route POST \/orders: it answers 202/,
    ],
  ])('that %s is named', (_, change, says) => {
    expect(changesAfter(({ routes }) => change(routes)).join('\n')).toMatch(says);
  });
});

describe('an RPC', () => {
  const protos = readFileSync(join(root, 'protos/released.binpb'));

  function changesWhen(change: (set: FileDescriptorSet) => void): string[] {
    const set = fromBinary(FileDescriptorSetSchema, protos);
    change(set);
    return rpcChanges(protos, toBinary(FileDescriptorSetSchema, set));
  }
  const enumeration = (set: FileDescriptorSet, name: string) => {
    const found = set.file.flatMap(({ enumType }) => enumType).find((one) => one.name === name);
    if (found === undefined) throw new Error(`no enumeration ${name}`);
    return found;
  };

  it('that did not change breaks nobody', () => {
    expect(rpcChanges(protos, protos)).toEqual([]);
  });

  it('whose response may hold a value that callers do not know is named', () => {
    const changes = changesWhen((set) => {
      const value = create(EnumValueDescriptorProtoSchema, { name: 'REJECTION_REASON_SEEDED', number: 99 });
      enumeration(set, 'RejectionReason').value.push(value);
    });
    expect(changes).not.toEqual([]);
    for (const change of changes)
      expect(change).toMatch(/^RPC lonja\.inventory\.v1\.InventoryService\/\w+: a response.*may be REJECTION_REASON_SEEDED/);
    expect(changes.join()).toContain('/BulkImport');
  });

  it('whose request may hold a value that the server no longer knows is named', () => {
    const [seeded, unseeded] = [structuredSet(true), structuredSet(false)];
    expect(rpcChanges(unseeded, seeded)).toEqual([]);
    expect(rpcChanges(seeded, unseeded)).toEqual([
      expect.stringMatching(/^RPC lonja\.inventory\.v1\.InventoryService\/CheckStock: a request.*\/why may be WHY_SEEDED/),
    ]);
  });

  /** The protos with an enumeration in a request, of one value more or less: ours has none there. */
  function structuredSet(withValue: boolean): Uint8Array {
    const set = fromBinary(FileDescriptorSetSchema, protos);
    const file = set.file.find(({ name }) => name.includes('inventory'));
    const message = file?.messageType.find(({ name }) => name === 'CheckStockRequest');
    const values = [{ name: 'WHY_UNSPECIFIED', number: 0 }, ...(withValue ? [{ name: 'WHY_SEEDED', number: 1 }] : [])];
    file?.enumType.push(create(EnumDescriptorProtoSchema, { name: 'Why', value: values }));
    message?.field.push(
      create(FieldDescriptorProtoSchema, {
        name: 'why',
        number: 99,
        type: FieldDescriptorProto_Type.ENUM,
        label: FieldDescriptorProto_Label.OPTIONAL,
        typeName: '.lonja.inventory.v1.Why',
      }),
    );
    return toBinary(FileDescriptorSetSchema, set);
  }

  it('that is gone is named', () => {
    const changes = changesWhen((set) => {
      for (const { service } of set.file)
        for (const one of service) one.method = one.method.filter(({ name }) => name !== 'Sync');
    });
    expect(changes).toEqual(['RPC lonja.inventory.v1.InventoryService/Sync: it is gone']);
  });
});
