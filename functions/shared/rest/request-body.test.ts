import { describe, expect, it } from 'vitest';
import { maxBodyBytes, parseBody } from './request-body.ts';

const json = { 'content-type': 'application/json; charset=utf-8' };
const parse = (body: string | null, headers: Record<string, string> = json) =>
  parseBody({ body, isBase64Encoded: false }, headers, true);
const statusOf = (parsed: ReturnType<typeof parseBody>) => (parsed.outcome === 'refused' ? parsed.answer.status : 200);

describe('parseBody', () => {
  it('parses JSON and keeps its very text', () => {
    expect(parse('{"a": 1}')).toEqual({ outcome: 'parsed', body: { a: 1 }, rawBody: '{"a": 1}' });
  });

  it('decodes what the gateway encoded', () => {
    const parsed = parseBody({ body: Buffer.from('{}').toString('base64'), isBase64Encoded: true }, json, true);
    expect(parsed).toEqual({ outcome: 'parsed', body: {}, rawBody: '{}' });
  });

  it('refuses what is not JSON: 400 by its text, 415 by its type, 413 by its size', () => {
    expect(statusOf(parse('{"a":'))).toBe(400);
    expect(statusOf(parse('a=1', { 'content-type': 'application/x-www-form-urlencoded' }))).toBe(415);
    expect(statusOf(parse('{}', {}))).toBe(415);
    expect(statusOf(parse(`"${'x'.repeat(maxBodyBytes)}"`))).toBe(413);
  });

  it('takes a missing body as an empty object, so that the schema names what is missing', () => {
    expect(parse(null, {})).toMatchObject({ body: {} });
  });
});
