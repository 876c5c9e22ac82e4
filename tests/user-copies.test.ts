import { describe, expect, it } from 'vitest';
import { consumers } from '../functions/domains.ts';
import { eventCatalogue } from '../generated/events/catalogue.ts';

/** The events that say who a user is, and what they may do. */
const ofUsers = Object.keys(eventCatalogue).filter((event) => /^auth\.(user|permissions)\./.test(event));
/** Auth itself keeps the users: what it hears from itself is no copy. */
const copying = consumers.flatMap(({ name, domain, events }) =>
  domain !== 'auth' && events !== 'every-event' && events.some((event) => ofUsers.includes(event)) ? [{ name, events }] : [],
);

describe('a domain that keeps a copy of users', () => {
  it('is, of those there are, at least notification', () => {
    expect(copying.map(({ name }) => name)).toContain('notification');
  });

  it.each(copying)('follows every event about them: $name', ({ events }) => {
    expect(events).toEqual(expect.arrayContaining(ofUsers));
  });
});
