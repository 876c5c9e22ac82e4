import { expect, it } from 'vitest';
import { notification } from '../domain.ts';
import { channelsOf } from './channels.ts';

it('channelsOf names at least one channel for every event that is consumed, each once', () => {
  for (const event of notification.consumers.notification.events) {
    const channels = channelsOf(event);
    expect(channels.length, event).toBeGreaterThan(0);
    expect(new Set(channels).size, event).toBe(channels.length);
  }
});
