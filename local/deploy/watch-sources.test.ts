import { describe, expect, it } from 'vitest';
import { entriesOf } from './watch-sources.ts';

describe('entriesOf', () => {
  const sources = new Map([
    ['functions/order/rest.ts', ['functions/order/rest.ts', 'functions/shared/rest/answer.ts']],
    ['functions/audit/rest.ts', ['functions/audit/rest.ts', 'functions/shared/rest/answer.ts']],
  ]);

  it('names the entries whose bundle contains a saved file', () => {
    expect(entriesOf(new Set(['functions/order/rest.ts']), sources)).toEqual(['functions/order/rest.ts']);
    expect(entriesOf(new Set(['functions/shared/rest/answer.ts']), sources)).toEqual([
      'functions/order/rest.ts',
      'functions/audit/rest.ts',
    ]);
  });

  it('names nothing for a file that is in no bundle', () => {
    expect(entriesOf(new Set(['functions/order/model/order.test.ts']), sources)).toEqual([]);
  });
});
