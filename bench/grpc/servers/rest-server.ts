/** The peer over plain HTTP/1.1 and JSON: the same verifier with the same cache behind node:http, and nothing else around it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { VerifyTokenResponse } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { endedSessions } from '../../../grpc-auth/cache/ended-sessions.ts';
import { knownKeys } from '../../../grpc-auth/cache/known-keys.ts';
import { knownUsers } from '../../../grpc-auth/cache/known-users.ts';
import { tokenVerifier } from '../../../grpc-auth/methods/verify-token.ts';
import { issuer, readersInMemory } from './market.ts';

const { listKeys, findUser, isSessionOver } = readersInMemory();
const isFresh = () => true;
const keys = knownKeys(listKeys);
const users = knownUsers({ findUser, isFresh });
const sessions = endedSessions({ isSessionOver, isFresh });
const verify = tokenVerifier({ issuer, keys, users, sessions, isFresh });
const kept = new WeakMap<Buffer, string>();

function jsonOf(reply: Buffer): string {
  const json = kept.get(reply) ?? JSON.stringify(VerifyTokenResponse.decode(reply));
  kept.set(reply, json);
  return json;
}

const server = createServer(async ({ headers: { authorization = '' } }, response) => {
  const json = jsonOf(await verify(authorization.slice('Bearer '.length)));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': json.length }).end(json);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ message: 'listening', port: (server.address() as AddressInfo).port })}\n`);
});
