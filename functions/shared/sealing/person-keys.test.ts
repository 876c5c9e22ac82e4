import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MemoryKms, memoryKms } from '../../../tests/kit/memory-kms.ts';
import { memoryTables } from '../../../tests/kit/memory-table.ts';
import { personKeyTable } from '../../../tests/kit/personal-data.ts';
import { useKms } from './kms-client.ts';
import { type Person, putTombstone } from './person-key-table.ts';
import { erasePersonKey, forgetKeys, KeyMissingError, keptMs, keyToOpen, keyToSeal, maxKept } from './person-keys.ts';
import { openField, sealField } from './sealed-field.ts';

const ana: Person = { organizationId: 'org', personId: 'ana' };
const at = '2026-11-22T10:00:00.000Z';
const place = { kid: 'org.ana', event: 'event-1', field: 'customer.registered/email' };

/** What this process asked of its table and of KMS, by the names of the commands. */
let asked: string[];
let kms: MemoryKms;
const tables = memoryTables((command, _, perform) => {
  asked.push(command);
  return perform();
});
beforeEach(() => {
  tables.install();
  asked = [];
  kms = memoryKms();
  const { client } = kms;
  const send = client.send.bind(client);
  const counted: unknown = async (command: Parameters<typeof send>[0]) => {
    asked.push(command.constructor.name);
    return send(command);
  };
  useKms(Object.assign(client, { send: counted }));
});
afterEach(() => {
  vi.useRealTimers();
  tables.uninstall();
});

async function usable(key: ReturnType<typeof keyToSeal>): Promise<Exclude<Awaited<typeof key>, 'erased'>> {
  const found = await key;
  if (found === 'erased') throw new Error('the person was erased');
  return found;
}

describe('a key', () => {
  it('is made with the first use and stored wrapped, with nothing readable beside it', async () => {
    await keyToSeal(ana);
    expect(asked).toEqual(['GetCommand', 'GenerateDataKeyCommand', 'PutCommand']);
    const [item] = tables.items(personKeyTable);
    expect(Object.keys(item ?? {}).sort()).toEqual(['createdAt', 'organizationId', 'personId', 'pk', 'sk', 'wrapped']);
  });

  it('costs no call once it is known, however many events use it at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => keyToSeal(ana)));
    for (let event = 0; event < 100; event++) await keyToOpen(ana);
    expect(asked).toHaveLength(3);
  });

  it('is the same in another process, which reads and unwraps it', async () => {
    const sealed = await sealField('ana@example.org', place, await usable(keyToSeal(ana)));
    forgetKeys();
    asked = [];
    expect(await openField(sealed, place, await usable(keyToOpen(ana)))).toBe('ana@example.org');
    expect(asked).toEqual(['GetCommand', 'DecryptCommand']);
  });

  it('is read again after five minutes, and not before', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await keyToSeal(ana);
    vi.setSystemTime(Date.now() + keptMs - 1);
    await keyToSeal(ana);
    expect(asked).toHaveLength(3);
    vi.setSystemTime(Date.now() + 1);
    await keyToSeal(ana);
    expect(asked.slice(3)).toEqual(['GetCommand', 'DecryptCommand']);
  });

  it('makes room for others when too many are kept', async () => {
    for (let person = 0; person <= maxKept; person++) await keyToSeal({ organizationId: 'org', personId: String(person) });
    asked = [];
    await keyToSeal({ organizationId: 'org', personId: String(maxKept) });
    expect(asked).toEqual([]);
    await keyToSeal({ organizationId: 'org', personId: '0' });
    expect(asked).toEqual(['GetCommand', 'DecryptCommand']);
  });

  it('belongs to one person of one organization', async () => {
    const sealed = await sealField('x', place, await usable(keyToSeal(ana)));
    for (const other of [
      { organizationId: 'gro', personId: 'ana' },
      { organizationId: 'org', personId: 'berta' },
    ])
      await expect(openField(sealed, place, await usable(keyToSeal(other)))).rejects.toThrow('another key');
  });
});

describe('two processes that make the first key of a person at once', () => {
  it('use the key of the one that was first', async () => {
    const [first, second] = await race();
    expect(tables.items(personKeyTable)).toHaveLength(1);
    expect(await openField(await sealField('x', place, first), place, second)).toBe('x');
  });

  /** The second process comes in between the first one's read and its write. */
  async function race() {
    let second: ReturnType<typeof usable> | undefined;
    const put = tables.client.send.bind(tables.client);
    const spy = vi.spyOn(tables.client, 'send').mockImplementation(async (command) => {
      if (command.constructor.name === 'PutCommand' && second === undefined) {
        forgetKeys();
        second = usable(keyToSeal(ana));
        await second;
      }
      return put(command);
    });
    const first = await usable(keyToSeal(ana));
    spy.mockRestore();
    if (second === undefined) throw new Error('the second process did not come in between');
    return [first, await second] as const;
  }
});

describe('an erased person', () => {
  it('has no key any more, and never gets one again', async () => {
    await keyToSeal(ana);
    await erasePersonKey(ana, at);
    expect(await keyToSeal(ana)).toBe('erased');
    expect(await keyToOpen(ana)).toBe('erased');
    expect(tables.items(personKeyTable)).toMatchObject([{ erasedAt: at }]);
    expect(tables.items(personKeyTable)[0]).not.toHaveProperty('wrapped');
  });

  it('is erased also before a first event, and erasing again changes nothing', async () => {
    await erasePersonKey(ana, at);
    await erasePersonKey(ana, '2027-01-01T00:00:00.000Z');
    expect(await keyToSeal(ana)).toBe('erased');
    expect(tables.items(personKeyTable)).toMatchObject([{ erasedAt: at }]);
  });

  it('gets no key from a process that began to make one before', async () => {
    const put = tables.client.send.bind(tables.client);
    const spy = vi.spyOn(tables.client, 'send').mockImplementation(async (command) => {
      if (command.constructor.name !== 'PutCommand') return put(command);
      spy.mockRestore();
      await putTombstone(ana, at);
      return put(command);
    });
    expect(await keyToSeal(ana)).toBe('erased');
  });

  it('is known as erased to every process after five minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await keyToOpen(ana).catch(() => undefined);
    await keyToSeal(ana);
    await putTombstone(ana, at);
    vi.setSystemTime(Date.now() + keptMs);
    expect(await keyToOpen(ana)).toBe('erased');
  });
});

describe('what is no erasure', () => {
  it.each([
    ['an outage of KMS', Object.assign(new Error('internal'), { name: 'KMSInternalException', $fault: 'server' })],
    ['a missing permission', Object.assign(new Error('denied'), { name: 'AccessDeniedException', $fault: 'client' })],
    ['a disabled wrapping key', Object.assign(new Error('disabled'), { name: 'DisabledException', $fault: 'client' })],
  ])('%s is thrown as a fault that may pass, and forgotten when it has', async (_, fault) => {
    await keyToSeal(ana);
    forgetKeys();
    kms.failWith(fault);
    await expect(keyToOpen(ana)).rejects.toBe(fault);
    await expect(keyToSeal(ana)).rejects.toBe(fault);
    kms.failWith(undefined);
    expect(await keyToOpen(ana)).not.toBe('erased');
  });

  it.each(['throttled', 'unreachable'] as const)('a key table that is %s', async (fault) => {
    await keyToSeal(ana);
    forgetKeys();
    tables.failNextCall(fault);
    await expect(keyToOpen(ana)).rejects.toThrow();
    expect(await keyToOpen(ana)).not.toBe('erased');
  });

  it('a key that nobody ever made', async () => {
    await expect(keyToOpen(ana)).rejects.toThrow(KeyMissingError);
    await keyToSeal(ana);
    expect(await keyToOpen(ana)).not.toBe('erased');
  });
});
