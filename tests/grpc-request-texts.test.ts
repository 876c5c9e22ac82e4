import { inspect } from 'node:util';
import { type DescField, type DescMessage, type DescMethod, ScalarType } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { Client, credentials, type Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthServiceService } from '../generated/grpc/lonja/auth/v1/auth.ts';
import { InventoryServiceService } from '../generated/grpc/lonja/inventory/v1/inventory.ts';
import { authService } from '../grpc-auth/auth-service.ts';
import { checkedRequests, protoRegistry } from '../grpc-shared/calls/checked-requests.ts';
import { Health } from '../grpc-shared/server/health.ts';
import { type GrpcServer, startGrpcServer } from '../grpc-shared/server/server.ts';
import { bearing, serviceInMemory } from './kit/grpc/inventory-in-memory.ts';

/** A text field of a request, and the fields that lead to it. */
type Place = { method: DescMethod; path: DescField[]; field: DescField };

const services = [...protoRegistry].filter((descriptor) => descriptor.kind === 'service');
const methods = services.flatMap((service) => service.methods);
const places = methods.flatMap((method) => placesIn(method.input).map((place) => ({ method, ...place })));

function placesIn(message: DescMessage, path: DescField[] = []): Omit<Place, 'method'>[] {
  return message.fields.flatMap((field) => {
    if (field.message !== undefined) return placesIn(field.message, [...path, field]);
    return field.scalar === ScalarType.STRING ? [{ path, field }] : [];
  });
}

const pathOf = ({ parent, name }: DescMethod) => `/${parent.typeName}/${name}`;
const nameOf = ({ method, path, field }: Place) =>
  `${method.parent.name}.${method.name}: ${[...path, field].map(({ name }) => name).join('.')}`;
const isId = ({ field }: Place) => field.name.endsWith('_id');

/** An encoded request with nothing but this text. */
function requestWith({ path, field }: Place, text: Uint8Array): Buffer {
  const inner = new BinaryWriter().tag(field.number, WireType.LengthDelimited).bytes(text).finish();
  const outer = path.reduceRight(
    (bytes, { number }) => new BinaryWriter().tag(number, WireType.LengthDelimited).bytes(bytes).finish(),
    inner,
  );
  return Buffer.from(outer);
}

let inventory: Awaited<ReturnType<typeof serviceInMemory>>;
let auth: GrpcServer;
const clients: Client[] = [];
beforeAll(async () => {
  inventory = await serviceInMemory();
  const none = async () => undefined;
  const readers = {
    listKeys: async () => [],
    findUser: none,
    findLocal: none,
    isSessionOver: async () => false,
    readChanges: async () => [],
  };
  const health = new Health();
  const service = authService({ issuer: 'https://lonja.dev/test', readers, health });
  await service.feed.start();
  auth = await startGrpcServer({ host: '127.0.0.1', port: 0, health, services: [service], reflection: false });
});
afterAll(async () => {
  for (const client of clients) client.close();
  await Promise.all([inventory.close(), auth.drain(100)]);
});

/** The status that a method ends with, and its message. A stream that goes on is cancelled. */
async function outcomeOf(method: DescMethod, request: Buffer): Promise<{ code: status; details: string }> {
  const { port } = method.parent.typeName === 'lonja.inventory.v1.InventoryService' ? inventory : auth;
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  clients.push(client);
  const asIs = (bytes: Buffer) => bytes;
  const metadata: Metadata = bearing('producer');
  const { promise, resolve } = Promise.withResolvers<{ code: status; details: string }>();
  const ended = (error: ServiceError | null) => resolve(error ?? { code: status.OK, details: '' });
  const path = pathOf(method);
  switch (method.methodKind) {
    case 'unary':
      client.makeUnaryRequest(path, asIs, asIs, request, metadata, ended);
      break;
    case 'client_streaming': {
      const call = client.makeClientStreamRequest(path, asIs, asIs, metadata, ended);
      call.on('error', () => {});
      call.end(request);
      break;
    }
    case 'server_streaming': {
      const call = client.makeServerStreamRequest(path, asIs, asIs, request, metadata);
      call.on('error', ended).on('data', () => call.cancel());
      break;
    }
    case 'bidi_streaming': {
      const call = client.makeBidiStreamRequest(path, asIs, asIs, metadata);
      call.on('error', ended).on('data', () => call.cancel());
      call.end(request);
      break;
    }
  }
  return promise;
}

const illFormedTexts: [string, number[]][] = [
  ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
  ['an overlong NUL', [0xc0, 0x80]],
  ['a character cut off', [0xf0, 0x9f, 0xa7]],
  ['NUL', [0x00]],
  ['U+FFFE', [0xef, 0xbf, 0xbe]],
  ['U+FFFF', [0xef, 0xbf, 0xbf]],
  ['U+FDD0', [0xef, 0xb7, 0x90]],
];
const around = (bytes: number[]) => Buffer.from([0x61, ...bytes, 0x62]);

describe('the texts of all requests', () => {
  it('are found', () => {
    expect(services.map(({ typeName }) => typeName).sort()).toEqual([
      'grpc.health.v1.Health',
      'lonja.auth.v1.AuthService',
      'lonja.inventory.v1.InventoryService',
    ]);
    const withText = new Set(places.map(({ method }) => method.name));
    expect(methods.map(({ name }) => name).filter((name) => !withText.has(name))).toEqual(['List']);
  });

  describe.each(places.map((place) => [nameOf(place), place] as const))('%s', (_name, place) => {
    const fieldName = `${place.field.parent.name}.${place.field.name}`;

    it.each(illFormedTexts)('is INVALID_ARGUMENT with %s', async (_what, bytes) => {
      expect(await outcomeOf(place.method, requestWith(place, around(bytes)))).toMatchObject({
        code: status.INVALID_ARGUMENT,
        details: `${fieldName} must be well-formed Unicode without NUL and noncharacters`,
      });
    });

    it('may be any other text', async () => {
      const { details } = await outcomeOf(place.method, requestWith(place, Buffer.from('Queso 🧀 \uFFFD \uFEFF')));
      expect(details).not.toContain('Unicode');
    });
  });
});

const definitionOf = (service: string) =>
  checkedRequests(service === 'lonja.auth.v1.AuthService' ? AuthServiceService : InventoryServiceService);

describe('the ids of all requests', () => {
  describe.each(places.filter(isId).map((place) => [nameOf(place), place] as const))('%s', (_name, place) => {
    it('is INVALID_ARGUMENT when it is longer than 1,000 bytes', async () => {
      expect(await outcomeOf(place.method, requestWith(place, Buffer.alloc(1001, 'a')))).toMatchObject({
        code: status.INVALID_ARGUMENT,
        details: `${place.field.parent.name}.${place.field.name} is longer than 1000 bytes`,
      });
    });

    it('is read in lower case', () => {
      const id = '0197A000-0000-7000-8000-0000000000AA';
      const definition = Object.values(definitionOf(place.method.parent.typeName)).find(
        ({ path }) => path === pathOf(place.method),
      );
      const request = inspect(definition?.requestDeserialize(requestWith(place, Buffer.from(id))), { depth: null });
      expect(request).toContain(id.toLowerCase());
      expect(request).not.toContain(id);
    });

    it('is never a fault of ours', async () => {
      for (const text of ['', 'x', 'a'.repeat(1000), '🧀'.repeat(250)]) {
        const { code } = await outcomeOf(place.method, requestWith(place, Buffer.from(text)));
        expect([status.OK, status.INVALID_ARGUMENT, status.NOT_FOUND, status.UNAUTHENTICATED]).toContain(code);
      }
    });
  });
});
