import { credentials } from '@grpc/grpc-js';
import { AuthServiceClient } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { causeText } from '../faults.ts';
import { log } from '../log.ts';
import type { CertificateSource, Certificates } from './certificate-source.ts';

export type AuthChannelSettings = {
  /** `host:port`, or a target of gRPC's naming such as `dns:///host:port` or `ipv4:host:port,host:port`. */
  target: string;
  /** Undefined: plaintext. */
  certificates: CertificateSource | undefined;
  /** The DNS name in the server's certificate, when it is not the target's host. */
  serverName: string | undefined;
};

export type AuthChannel = {
  /** The stub to call with now. Waits only until the certificates were read for the first time. @throws when they cannot be */
  stub(): Promise<AuthServiceClient>;
  close(): void;
};

/** New certificates are looked for so often, while there are calls. Both old and new authority are trusted for days. */
const rereadAfterMs = 60_000;
/** Calls in flight end on the old connection. */
const closeOldAfterMs = 10_000;

/** Connections to Auth's replicas. When the certificates were issued anew, later calls go over connections made with the new ones. */
export function authChannel({ target, certificates, serverName }: AuthChannelSettings): AuthChannel {
  if (certificates === undefined) {
    const stub = stubFor(target, undefined, serverName);
    return { stub: async () => stub, close: () => stub.close() };
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
  /** One reading at a time, however many calls want it. */
  function readOnce(): Promise<AuthServiceClient> {
    reading ??= reread().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  return {
    async stub() {
      if (current === undefined) return readOnce();
      if (Date.now() - readAtMs >= rereadAfterMs) {
        readOnce().catch((thrown) => log.error('certificates', { outcome: 'not-read', cause: causeText(thrown) }));
      }
      return current.stub;
    },
    close: () => current?.stub.close(),
  };
}

function stubFor(target: string, tls: Certificates | undefined, serverName: string | undefined): AuthServiceClient {
  const channelCredentials =
    tls === undefined
      ? credentials.createInsecure()
      : credentials.createSsl(Buffer.from(tls.authorities), Buffer.from(tls.key), Buffer.from(tls.certificate));
  return new AuthServiceClient(schemePattern.test(target) ? target : `dns:///${target}`, channelCredentials, {
    // Calls go round all replicas that the name stands for, not to the first.
    'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
    'grpc.service_config_disable_resolution': 1,
    'grpc.enable_http_proxy': 0,
    // Retries are made in auth-call.ts and nowhere else. grpc-js sends again by itself only what never left this process: calls that
    // were waiting to be sent when the server asked to open no more streams, as it does when a connection is old.
    // A connection that died while the Lambda was frozen is found by the ping that goes out with the next call, before that call's
    // first attempt runs out.
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
