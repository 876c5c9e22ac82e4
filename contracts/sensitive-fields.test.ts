import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sensitiveFields } from '../generated/events/sensitive-fields.ts';
import { eventValidators, receivedValidators, sealedValidators } from '../generated/events/validators.ts';
import { readContracts } from './contracts.ts';
import type { Schema } from './schema.ts';
import { sensitiveFieldsOf } from './sensitive-fields.ts';

const base = 'https://lonja.dev/events-schemas/order/order.wrapped.json';
const text: Schema = { type: 'string', maxLength: 9 };
const secret: Schema = { ...text, 'x-sensitive': true, description: 'A name.' };
const schema = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  title: 'OrderWrapped',
  type: 'object',
  required,
  properties,
});
const found = (given: Schema) => sensitiveFieldsOf({ schema: given, base });

describe('sensitiveFieldsOf', () => {
  it('finds marked fields at any depth, and whose they are', () => {
    const given = schema({
      customerId: text,
      name: secret,
      home: { type: 'object', required: ['street'], properties: { street: secret, city: text } },
      parcels: { type: 'array', maxItems: 3, items: { type: 'object', required: ['to'], properties: { to: secret } } },
    });
    expect(found(given)).toMatchObject({ owner: 'customerId', paths: ['/name', '/home/street', '/parcels/*/to'] });
  });

  it('gives a consumer the field as it is, and the bus a JWE, neither of them required', () => {
    const { received, sealed } = found(schema({ customerId: text, name: secret, city: text })) ?? {};
    expect(received?.schema).toMatchObject({ title: 'ReceivedOrderWrapped', required: ['customerId', 'city'] });
    expect(received?.schema.properties?.name).toEqual(secret);
    expect(sealed?.schema).toMatchObject({ title: 'SealedOrderWrapped', required: ['customerId', 'city'] });
    expect(sealed?.schema.properties?.name).toMatchObject({ type: 'string', description: 'A name.' });
    expect(sealed?.schema.properties?.name?.pattern).toContain('\\.\\.');
    expect(sealed?.schema.properties?.city).toEqual(text);
  });

  it('prefers the customer to the user, and the user to the recipient', () => {
    const owned = (...owners: string[]) =>
      found(schema(Object.fromEntries([...owners.map((name) => [name, text]), ['name', secret]])));
    expect(owned('recipientId', 'userId', 'customerId')?.owner).toBe('customerId');
    expect(owned('recipientId', 'userId')?.owner).toBe('userId');
    expect(owned('recipientId')?.owner).toBe('recipientId');
  });

  it('finds nothing where nothing is marked', () => {
    expect(found(schema({ orderId: text }))).toBeUndefined();
  });

  it.each([
    ['nobody owns them', schema({ orderId: text, name: secret })],
    ['the owner may be left out', schema({ customerId: text, name: secret }, ['name'])],
    ['a list’s items are marked', schema({ customerId: text, names: { type: 'array', maxItems: 2, items: secret } })],
    [
      'a marked field is inside of another',
      schema({ customerId: text, home: { ...schema({ name: secret }), 'x-sensitive': true } }),
    ],
    ['a part of a union is marked', { ...schema({ customerId: text }), oneOf: [schema({ name: secret })] }],
  ])('throws when %s', (_, given) => {
    expect(() => found(given)).toThrow(base);
  });
});

describe('an event with sensitive fields', () => {
  const { events } = readContracts(dirname(import.meta.dirname));
  const sensitive = events.flatMap(({ name, schema, sensitive }) => (sensitive ? [{ name, schema, ...sensitive }] : []));
  const jwe = `${'A'.repeat(40)}..${'A'.repeat(16)}.AAAA.${'A'.repeat(22)}`;
  const validatorOf = (validators: Readonly<Record<string, (data: unknown) => boolean>>, name: string) => validators[name];

  it('is every one that names a person', () => {
    expect(sensitive.map(({ name }) => name).toSorted()).toEqual(Object.keys(sensitiveFields).toSorted());
    expect(sensitive.map(({ name }) => name)).toEqual(expect.arrayContaining(['customer.registered', 'order.created']));
  });

  it.each(sensitive)(
    'is published whole, travels sealed, and is received with or without the fields: $name',
    ({ name, schema, paths }) => {
      const [example]: readonly unknown[] = schema.examples ?? [];
      const fields = paths.map((path) => path.slice(1));
      const without = Object.fromEntries(Object.entries({ ...Object(example) }).filter(([field]) => !fields.includes(field)));
      const sealed = { ...without, ...Object.fromEntries(fields.map((field) => [field, jwe])) };
      const required = fields.some((field) => schema.required?.includes(field));
      const accepts = (validators: Readonly<Record<string, (data: unknown) => boolean>>) =>
        [example, without, sealed].map((data) => validatorOf(validators, name)?.(structuredClone(data)));
      expect(accepts(sealedValidators)).toEqual([false, true, true]);
      expect(accepts(receivedValidators).slice(0, 2)).toEqual([true, true]);
      expect(accepts(eventValidators).slice(0, 2)).toEqual([true, !required]);
    },
  );
});
