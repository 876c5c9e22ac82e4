import { describe, expect, it } from 'vitest';
import type { Permission } from '../../generated/rest/permissions.ts';
import { mayActFor } from './caller.ts';

const producer = { permissions: new Set<Permission>(['inventory:adjust']), localIds: ['mill'] };

describe('mayActFor', () => {
  it('lets staff act for their own shops', () => {
    expect(mayActFor(producer, 'mill')).toBe(true);
    expect(mayActFor(producer, 'bakery')).toBe(false);
    expect(mayActFor({ ...producer, localIds: [] }, 'mill')).toBe(false);
  });

  it('lets those who assign shops to users act for every shop', () => {
    expect(mayActFor({ permissions: new Set<Permission>(['auth:manage']), localIds: [] }, 'mill')).toBe(true);
  });
});
