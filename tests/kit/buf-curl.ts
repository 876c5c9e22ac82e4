import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';

export type BufCall = {
  address: string;
  /** Without one, the methods are listed. */
  method?: string;
  /** The requests of the call, one after the other. */
  requests?: readonly unknown[];
  token?: string;
  /** After so many messages the caller has seen enough, and ends. */
  enough?: number;
  /** False: shows no certificate. */
  withCertificate?: boolean;
};

const root = join(import.meta.dirname, '..', '..');
const timeoutMs = 20_000;

/** Calls a gRPC service by `buf curl`, a client that shares no code with ours; answers with what it printed, a message each. */
export async function bufCurl(call: BufCall): Promise<unknown[]> {
  const { method, enough } = call;
  const parse = (text: string) => (method === undefined ? text.trim().split('\n') : messagesIn(text));
  // A group of its own, since what is started is a script that starts the program.
  const child = spawn(join(root, 'node_modules', '.bin', 'buf'), argumentsOf(call), { detached: true });
  const end = (signal: NodeJS.Signals) => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
  };
  const timer = setTimeout(() => end('SIGKILL'), timeoutMs);
  let printed = '';
  let complaint = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
    if (enough !== undefined && parse(printed).length >= enough) end('SIGINT');
  });
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  const messages = parse(printed);
  if (code !== 0 && messages.length < (enough ?? Number.POSITIVE_INFINITY)) throw new Error(complaint || `ended with ${code}`);
  return messages;
}

function argumentsOf({ address, method, requests = [], token, withCertificate = true }: BufCall): string[] {
  const { authority, certificate, key } = inject('world').callerCertificate;
  return [
    ...['curl', '--protocol', 'grpc', '--cacert', authority],
    // Without a connection nobody can be asked what the methods are.
    ...(withCertificate ? ['--cert', certificate, '--key', key] : ['--schema', root]),
    ...(token === undefined ? [] : ['-H', `authorization: Bearer ${token}`]),
    ...(requests.length === 0 ? [] : ['-d', requests.map((request) => JSON.stringify(request)).join('\n')]),
    ...(method === undefined ? ['--list-methods', `https://${address}`] : [`https://${address}/${method}`]),
  ];
}

/** It prints each message indented, its last line a brace alone. */
function messagesIn(text: string): unknown[] {
  return text
    .split(/(?<=^\}\n)/m)
    .filter((message) => message.trim().endsWith('}'))
    .map((message) => JSON.parse(message));
}
