import { describe, expect, it } from 'vitest';
import { EarlyAnswer } from './answer.ts';
import { maxBodyBytes, parseBody } from './request-body.ts';

const json = { 'content-type': 'application/json; charset=utf-8' };
const parse = (body: string | null, headers: Record<string, string> = json) =>
  parseBody({ body, isBase64Encoded: false }, headers, true);

function refusalOf(...input: Parameters<typeof parse>): number {
  try {
    parse(...input);
    return 200;
  } catch (thrown) {
    if (thrown instanceof EarlyAnswer) return thrown.answer.status;
    throw thrown;
  }
}

describe('parseBody', () => {
  it('parses JSON and keeps its text', () => {
    expect(parse('{"a": 1}')).toEqual({ body: { a: 1 }, rawBody: '{"a": 1}' });
  });

  it('decodes what the gateway encoded', () => {
    const parsed = parseBody({ body: Buffer.from('{}').toString('base64'), isBase64Encoded: true }, json, true);
    expect(parsed).toEqual({ body: {}, rawBody: '{}' });
  });

  it('refuses what is not JSON: 400 by its text, 415 by its type, 413 by its size', () => {
    expect(refusalOf('{"a":')).toBe(400);
    expect(refusalOf('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
    expect(refusalOf('{}', {})).toBe(415);
    expect(refusalOf(`"${'x'.repeat(maxBodyBytes)}"`)).toBe(413);
  });

  it('takes a missing body as an empty object, so that the schema names what is missing', () => {
    expect(parse(null, {})).toMatchObject({ body: {} });
  });
});
