import { promisify } from 'node:util';
import { connectivityState, credentials } from '@grpc/grpc-js';
import { AuthServiceClient } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { causeText } from '../faults.ts';
import { log } from '../log.ts';
import type { CertificateSource, Certificates } from './certificate-source.ts';

export type AuthChannelSettings = {
  /** `host:port`, or a target of gRPC's naming such as `dns:///host:port` or `ipv4:host:port,host:port`. */
  target: string;
  /** Undefined means plaintext. */
  certificates: CertificateSource | undefined;
  /** The DNS name in the server's certificate, when it is not the target's host. */
  serverName: string | undefined;
};

export type AuthChannel = {
  /** Reads the certificates and connects, so that the first call does not wait for either. @throws when it cannot, in 3 seconds */
  connect(): Promise<void>;
  /**
   * The stub for the next call. It waits only if the certificates were not read yet; a read that failed is repeated.
   * @throws when they cannot be read
   */
  stub(): Promise<AuthServiceClient>;
  close(): void;
};

const connectWithinMs = 3000;
/** The age at which a call has the certificates read again. Old and new authority are both trusted for days. */
const rereadAfterMs = 60_000;
/** Time for calls in flight to end on the old connection. */
const closeOldAfterMs = 10_000;

/** Connections to Auth's replicas. After the certificates were renewed, later calls use connections made with the new ones. */
export function authChannel({ target, certificates, serverName }: AuthChannelSettings): AuthChannel {
  if (certificates === undefined) {
    const stub = stubFor(target, undefined, serverName);
    return { connect: () => connected(stub), stub: async () => stub, close: () => stub.close() };
  }
  const source = certificates;
  let current: { read: Certificates; stub: AuthServiceClient } | undefined;
  let reading: Promise<AuthServiceClient> | undefined;
  let readAtMs = 0;

  async function reread(): Promise<AuthServiceClient> {
    const read = await source();
    readAtMs = Date.now();
    if (current !== undefined && isSame(current.read, read)) return current.stub;
    const old = current?.stub;
    current = { read, stub: stubFor(target, read, serverName) };
    if (old !== undefined) setTimeout(() => old.close(), closeOldAfterMs).unref();
    return current.stub;
  }
  /** All calls that need the certificates share one read. */
  function readOnce(): Promise<AuthServiceClient> {
    reading ??= reread().finally(() => {
      reading = undefined;
    });
    return reading;
  }
  async function stub(): Promise<AuthServiceClient> {
    if (current === undefined) return readOnce();
    if (Date.now() - readAtMs >= rereadAfterMs) {
      readOnce().catch((thrown) => log.error('certificates', { outcome: 'not-read', cause: causeText(thrown) }));
    }
    return current.stub;
  }

  return {
    connect: async () => connected(await stub()),
    stub,
    close: () => current?.stub.close(),
  };
}

/** Connects, and waits until that has succeeded or failed. */
async function connected(stub: AuthServiceClient): Promise<void> {
  const channel = stub.getChannel();
  const changed = promisify(channel.watchConnectivityState.bind(channel));
  const deadline = Date.now() + connectWithinMs;
  let state = channel.getConnectivityState(true);
  while (state === connectivityState.IDLE || state === connectivityState.CONNECTING) {
    await changed(state, deadline);
    state = channel.getConnectivityState(true);
  }
  if (state !== connectivityState.READY) throw new Error(`no connection to Auth: ${connectivityState[state]}`);
}

function stubFor(target: string, tls: Certificates | undefined, serverName: string | undefined): AuthServiceClient {
  const channelCredentials =
    tls === undefined
      ? credentials.createInsecure()
      : credentials.createSsl(Buffer.from(tls.authorities), Buffer.from(tls.key), Buffer.from(tls.certificate));
  return new AuthServiceClient(schemePattern.test(target) ? target : `dns:///${target}`, channelCredentials, {
    // Calls take turns over all replicas behind the name.
    'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
    'grpc.service_config_disable_resolution': 1,
    'grpc.enable_http_proxy': 0,
    // Retries are made in auth-call.ts and nowhere else. grpc-js sends again by itself only what never left this process: calls that
    // were waiting to be sent when the server asked to open no more streams, as it does when a connection is old.
    // A connection that died while the Lambda was frozen is noticed by the ping that goes out with the next call, before that
    // call's first attempt times out.
    'grpc.keepalive_time_ms': 10_000,
    'grpc.keepalive_timeout_ms': 400,
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 2000,
    'grpc.max_receive_message_length': 64 * 1024,
    ...(serverName !== undefined && { 'grpc.ssl_target_name_override': serverName, 'grpc.default_authority': serverName }),
  });
}

const schemePattern = /^(dns|ipv4|ipv6|unix):/;

const isSame = (one: Certificates, other: Certificates) =>
  one.certificate === other.certificate && one.key === other.key && one.authorities === other.authorities;
