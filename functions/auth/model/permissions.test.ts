import { describe, expect, it } from 'vitest';
import { permissions } from '../../../generated/rest/permissions.ts';
import { isRole, permissionsOf } from './permissions.ts';

describe('permissionsOf', () => {
  it('gives an admin every permission there is', () => {
    expect(permissionsOf(['admin'])).toEqual([...permissions].sort());
  });

  it('lets a producer keep shop and see orders, but not place one or manage people', () => {
    const allowed = permissionsOf(['producer']);
    expect(allowed).toEqual(expect.arrayContaining(['product:write', 'inventory:adjust', 'order:read-any']));
    expect(allowed).not.toContain('order:place');
    expect(allowed).not.toContain('auth:manage');
  });

  it('lets a buyer order and cancel, but see nobody else’s orders', () => {
    const allowed = permissionsOf(['buyer']);
    expect(allowed).toEqual(expect.arrayContaining(['order:place', 'order:read', 'order:cancel']));
    expect(allowed).not.toContain('order:read-any');
    expect(allowed).not.toContain('inventory:adjust');
  });

  it('adds roles up and names each permission once', () => {
    const allowed = permissionsOf(['buyer', 'producer', 'buyer']);
    expect(new Set(allowed).size).toBe(allowed.length);
    expect(allowed).toEqual(expect.arrayContaining(['order:place', 'product:write']));
  });

  it('gives nobody anything without a role', () => {
    expect(permissionsOf([])).toEqual([]);
  });
});

describe('isRole', () => {
  it('knows the roles and nothing else', () => {
    expect(isRole('producer')).toBe(true);
    expect(isRole('root')).toBe(false);
    expect(isRole('toString')).toBe(false);
    expect(isRole(undefined)).toBe(false);
  });
});
