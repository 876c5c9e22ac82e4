import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consumers } from '../functions/domains.ts';
import { eventValidators, validateDomainEvent } from '../generated/events/validators.ts';
import * as sagaValidators from '../generated/saga/validators.ts';
import type { Validator } from '../generated/validator.ts';
import { readContracts } from './contracts.ts';

const { events, envelope, saga } = readContracts(dirname(import.meta.dirname));
const names = events.map(({ name }) => name);

type Data = Record<string, unknown>;
const validators: Record<string, Validator<unknown>> = {
  ...Object.fromEntries(events.map(({ title, name }) => [title, validatorOf(name)])),
  DomainEvent: validateDomainEvent,
  SagaOrder: sagaValidators.validateSagaOrder,
  AskOrder: sagaValidators.validateAskOrder,
  ChargeOrder: sagaValidators.validateChargeOrder,
};
function validatorOf(event: string): Validator<unknown> {
  const found = Object.entries(eventValidators).find(([name]) => name === event);
  if (found === undefined) throw new Error(`no validator was generated for ${event}`);
  return found[1];
}

const schemas = [envelope, ...events, ...saga].map(({ schema }) => ({ name: schema.title ?? '', schema }));

describe.each(schemas)('the schema of $name', ({ name, schema }) => {
  const validate = validators[name];
  const examples = (schema.examples ?? []).filter((example): example is Data => typeof example === 'object' && example !== null);
  const required = [...(schema.required ?? []), ...(schema.allOf ?? []).flatMap((part) => part.required ?? [])];

  it('accepts its examples, also with a field that a later version adds', () => {
    expect(examples).not.toHaveLength(0);
    for (const example of examples) {
      expect(validate?.(example), JSON.stringify(validate?.errors)).toBe(true);
      expect(validate?.({ ...example, addedLater: 1 })).toBe(true);
    }
  });

  it.each(required)('requires %s', (field) => {
    const [{ [field]: _, ...rest } = {}] = examples;
    expect(validate?.(rest)).toBe(false);
    expect(validate?.errors?.map(({ params }) => params?.missingProperty)).toContain(field);
  });

  it('refuses null and an empty object in place of any field, and names the place', () => {
    const [example = {}] = examples;
    for (const field of Object.keys(example)) {
      expect(validate?.({ ...example, [field]: null }), field).toBe(false);
      expect(validate?.errors?.map(({ instancePath }) => instancePath)).toContain(`/${field}`);
      if (field !== 'eventData') expect(validate?.({ ...example, [field]: {} }), field).toBe(false);
    }
  });
});

describe('the events', () => {
  it('have unique names, which begin with the publishing domain', () => {
    expect(new Set(names).size).toBe(events.length);
    expect(new Set(events.map(({ title }) => title)).size).toBe(events.length);
    for (const { wireName, domain } of events) expect(wireName.startsWith(`${domain}.`)).toBe(true);
  });

  it('of an order carry the customer and the total, since consumers make no requests', () => {
    for (const { schema, domain } of events) {
      if (domain === 'order') expect(schema.required).toEqual(expect.arrayContaining(['orderId', 'customerId', 'totalAmount']));
    }
  });
});

describe('the registrations', () => {
  it.each(consumers)('name only existing events for consumer $name, each once', ({ events: taken }) => {
    if (taken === 'every-event') return;
    expect(taken.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(taken).size).toBe(taken.length);
  });

  it('use the name of a consumer once, since queues and markers carry it', () => {
    expect(new Set(consumers.map(({ name }) => name)).size).toBe(consumers.length);
  });
});
