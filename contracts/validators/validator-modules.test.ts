import { describe, expect, it } from 'vitest';
import { eventValidators } from '../../generated/events/validators.ts';
import { validateRoleAssignment } from '../../generated/validators/auth.ts';
import { validateOrderDraft } from '../../generated/validators/order.ts';
import { validateProviderEvent } from '../../generated/validators/payment.ts';
import { validateCursorLimitQuery } from '../../generated/validators/rest.ts';
import type { Contracts } from '../contracts.ts';
import { openApiId, sharedId } from '../documents.ts';
import type { Schema } from '../schema.ts';
import { type Validated, validatorModules } from './validator-modules.ts';

const id = '01980000-0000-7000-8000-00000000abcd';
const other = '01980000-0000-7000-8000-00000000ef01';
const ID = id.toUpperCase();

describe('a generated validator', () => {
  it('puts UUIDs into lower case, wherever they are', () => {
    const order = { lines: [{ productId: ID, quantity: 1 }], paymentMethod: { token: 'tok_OK' } };
    expect(validateOrderDraft(order)).toBe(true);
    expect(order).toEqual({ lines: [{ productId: id, quantity: 1 }], paymentMethod: { token: 'tok_OK' } });

    const roles = { roles: [], localIds: [ID, other] };
    expect(validateRoleAssignment(roles)).toBe(true);
    expect(roles.localIds).toEqual([id, other]);
  });

  it('does so in the data of an event and in a signed body', () => {
    const data = { localId: ID, name: 'QUESERÍA' };
    expect(eventValidators['auth.local.created'](data)).toBe(true);
    expect(data).toEqual({ localId: id, name: 'QUESERÍA' });

    const report = {
      eventId: ID,
      type: 'charge.completed',
      chargeId: 'CH_1',
      reference: { organizationId: ID, orderId: ID, attempt: 1 },
      amount: { amountMinor: 1, currency: 'EUR' },
      transactionId: 'TXN_1',
    };
    expect(validateProviderEvent(report)).toBe(true);
    expect(report).toMatchObject({ eventId: ID, chargeId: 'CH_1', transactionId: 'TXN_1' });
    expect(report.reference).toEqual({ organizationId: id, orderId: id, attempt: 1 });
  });

  it('leaves other texts as they are, also those that look like a UUID', () => {
    const page = { cursor: ID };
    expect(validateCursorLimitQuery(page)).toBe(true);
    expect(page).toEqual({ cursor: ID, limit: 20 });
  });

  it('takes a list that holds one id in two cases for a list that repeats it', () => {
    expect(validateRoleAssignment({ roles: [], localIds: [id, ID] })).toBe(false);
    expect(validateRoleAssignment.errors?.map(({ keyword }) => keyword)).toEqual(['uniqueItems']);
  });

  it('writes nothing into data that needs no change, such as a frozen event', () => {
    expect(eventValidators['auth.local.created'](Object.freeze({ localId: id, name: 'Quesería' }))).toBe(true);
  });

  it('refuses the form urn:uuid:', () => {
    expect(eventValidators['auth.local.created']({ localId: `urn:uuid:${id}`, name: 'Quesería' })).toBe(false);
  });
});

describe('validatorModules', () => {
  const shared: Schema = { $defs: { id: { type: 'string', format: 'uuid', maxLength: 36 } } };
  const schemas: Record<string, Schema> = {
    Line: { type: 'object', properties: { productId: { $ref: 'events-schemas/shared.json#/$defs/id' } } },
    Draft: { type: 'object', properties: { line: { $ref: '#/components/schemas/Line' } } },
    Change: { type: 'object', properties: { line: { $ref: '#/components/schemas/Line' } } },
  };
  const openApi = { paths: {}, components: { schemas, parameters: {}, headers: {}, responses: {}, 'x-problems': {} } };
  const envelope = { schema: {}, base: 'https://lonja.dev/events-schemas/domain-event.json' };
  const documents = new Map<string, object>([
    [sharedId, shared],
    [openApiId, openApi],
  ]);
  const contracts: Contracts = {
    events: [],
    envelope,
    saga: [],
    operations: [],
    currencies: new Map(),
    countries: new Map(),
    openApi,
    documents,
  };
  const reference = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` }, base: openApiId, name });
  const modules = (uses: [string, Validated[]][]) => validatorModules(new Map(uses), new Map(), contracts);

  it('emits a definition in the module of its only user, and a shared one in a module for all', async () => {
    const { files, placeOf } = await modules([
      ['generated/validators/order.ts', [reference('Draft')]],
      ['generated/validators/stock.ts', [reference('Change')]],
    ]);
    expect(placeOf(reference('Draft'))).toEqual({ module: 'generated/validators/order.ts', name: 'validateDraft' });
    expect(placeOf(reference('Line'))).toEqual({ module: 'generated/validators/rest.ts', name: 'validateLine' });
    const code = [...files.values()].join('');
    for (const name of ['validateDraft', 'validateChange', 'validateLine', 'validateId']) {
      expect(code.split(`export const ${name}: `), name).toHaveLength(2);
    }
    expect(files.get('generated/validators/order.ts')).toContain("import { validateLine } from './rest.ts';");
    expect(files.get('generated/validators/rest.ts')).toContain("import { validateId } from './shared.ts';");
  });

  it('keeps a definition with its user as long as there is only one', async () => {
    const { placeOf } = await modules([['generated/validators/order.ts', [reference('Draft'), reference('Change')]]]);
    expect(placeOf(reference('Line')).module).toBe('generated/validators/order.ts');
  });

  it('gives equal schemas one validator, and different ones of the same name two', async () => {
    const empty = (more: Schema = {}) => ({ schema: { type: 'object' as const, ...more }, base: openApiId, name: 'noQuery' });
    const { placeOf } = await modules([['generated/validators/order.ts', [empty(), empty(), empty({ required: ['line'] })]]]);
    expect(placeOf(empty()).name).toBe('validateNoQuery');
    expect(placeOf(empty({ required: ['line'] })).name).toBe('validateNoQuery2');
  });

  it('leaves no statement that a bundler would have to keep', async () => {
    const { files } = await modules([['generated/validators/order.ts', [reference('Draft')]]]);
    const statements = [...files.values()]
      .join('\n')
      .split('\n')
      .filter((line) => /^[a-z]/.test(line));
    expect(statements.filter((line) => !/^(import|export const|function|const \w+ = [\w/{])/.test(line))).toEqual([]);
  });
});
