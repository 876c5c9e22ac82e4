import { problem, type Refusal } from './answer.ts';

/** The 429 for a caller who may go on after so many seconds, at least one. */
export const tooManyRequests = (seconds: number, detail = 'too many requests: wait, then try again'): Refusal =>
  problem('too-many-requests', { detail, headers: { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) } });
