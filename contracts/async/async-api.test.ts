import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from 'vitest';
import { consumers, domains } from '../../functions/domains.ts';
import { eventCatalogue } from '../../generated/events/catalogue.ts';

const text = readFileSync(join(import.meta.dirname, '../../generated/asyncapi.json'), 'utf8');
const parsed = await new Parser().parse(text);

describe('generated/asyncapi.json', () => {
  it('is valid, by the parser of AsyncAPI itself', () => {
    const complaints = parsed.diagnostics.filter(({ severity }) => severity === 0);
    expect(complaints.map(({ path, message }) => `${path.join('/')}: ${message}`)).toEqual([]);
    expect(parsed.document?.version()).toBe('3.0.0');
  });

  it('has every event as a message of the bus of its domain, and nothing else', () => {
    const channels = parsed.document?.channels().all() ?? [];
    const found = channels.flatMap((channel) =>
      channel
        .messages()
        .all()
        .map((message) => `${channel.id()} ${message.id()}`),
    );
    const expected = Object.entries(eventCatalogue).map(([name, { domain }]) => `${domain}.events ${name}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('says who publishes and who consumes what', () => {
    const operations = parsed.document?.operations().all() ?? [];
    const receiving = operations.filter((operation) => operation.isReceive());
    const takenBy = (name: string) =>
      receiving
        .filter((operation) => operation.id()?.startsWith(`${name}.consumes.`))
        .flatMap((operation) =>
          operation
            .messages()
            .all()
            .map((message) => message.id()),
        )
        .toSorted();
    for (const { name, events } of consumers)
      expect(takenBy(name), name).toEqual((events === 'every-event' ? Object.keys(eventCatalogue) : [...events]).toSorted());
    const publishing = new Set<string>(Object.values(eventCatalogue).map(({ domain }) => domain));
    expect(operations.filter((operation) => operation.isSend()).map((operation) => operation.id())).toEqual(
      domains.filter(({ name }) => publishing.has(name)).map(({ name }) => `${name}.publishes`),
    );
  });

  it('shows sensitive fields as they travel', () => {
    const message = JSON.parse(text).components.messages['customer.registered'];
    expect(message).toMatchObject({ 'x-sealed-for': 'customerId', 'x-sealed-fields': expect.arrayContaining(['/email']) });
    const email = JSON.parse(text).components.schemas.SealedCustomerRegistered.properties.email;
    expect(email).toMatchObject({ type: 'string', pattern: expect.stringContaining('\\.\\.') });
  });
});
