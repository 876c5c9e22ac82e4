import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { keyToSeal } from '../../shared/sealing/person-keys.ts';
import { handler } from '../key-eraser.ts';

emptyTable('customer');
const customerId = '0193a000-0000-7000-8000-00000000000b';
const person = { organizationId, personId: customerId };
const erased = () => deliver(handler, 'customer.erased', anEvent('customer.erased', customerId, { customerId, erasedAt: at }));

describe('onCustomerErased', () => {
  it('deletes the key of the person for good, and no other', async () => {
    const other = { organizationId, personId: '0193a000-0000-7000-8000-00000000000c' };
    await Promise.all([keyToSeal(person), keyToSeal(other)]);
    await erased();
    await erased();
    expect(await keyToSeal(person)).toBe('erased');
    expect(await keyToSeal(other)).not.toBe('erased');
  });
});
