import type { ServerOptions as ServerHttp2Options } from 'node:http2';
import type { ServerOptions } from '@grpc/grpc-js';

/** What one process takes on. Each number is where the next caller is told no, so that those before go on being served. */
export type Limits = {
  /** The longest message, either way. */
  messageBytes: number;
  /** All headers of a call together. */
  headerBytes: number;
  concurrentStreamsPerConnection: number;
  /** How many streams a connection may open and reset at once, and how many a second on top of them: CVE-2023-44487. */
  resetBurst: number;
  resetsPerSecond: number;
  /** What a connection may make the process keep for it: headers, and answers that the client does not read. */
  connectionMegabytes: number;
  connections: number;
  callsInFlight: number;
  handshakeMs: number;
  /** A connection without a call is closed after this. */
  idleMs: number;
  /** Clients come back after this, and so find new replicas; the grace is for what is in flight then. */
  connectionAgeMs: number;
  connectionAgeGraceMs: number;
  /** How often a connection is asked whether its client still lives. */
  keepaliveMs: number;
  keepaliveTimeoutMs: number;
};

export const defaultLimits: Limits = {
  messageBytes: 64 * 1024,
  headerBytes: 16 * 1024,
  concurrentStreamsPerConnection: 256,
  resetBurst: 1000,
  resetsPerSecond: 100,
  connectionMegabytes: 64,
  connections: 20_000,
  callsInFlight: 10_000,
  handshakeMs: 5000,
  idleMs: 120_000,
  connectionAgeMs: 240_000,
  connectionAgeGraceMs: 10_000,
  keepaliveMs: 60_000,
  keepaliveTimeoutMs: 10_000,
};

export function serverOptions(limits: Limits): ServerOptions {
  return {
    'grpc.max_receive_message_length': limits.messageBytes,
    'grpc.max_send_message_length': limits.messageBytes,
    'grpc.max_concurrent_streams': limits.concurrentStreamsPerConnection,
    'grpc.keepalive_time_ms': limits.keepaliveMs,
    'grpc.keepalive_timeout_ms': limits.keepaliveTimeoutMs,
    'grpc-node.max_session_memory': limits.connectionMegabytes,
    'grpc.enable_channelz': 0,
  };
}

/** The limits of HTTP/2 that grpc-js has no options for. */
export const http2Limits = (limits: Limits): ServerHttp2Options => ({
  settings: {
    maxConcurrentStreams: limits.concurrentStreamsPerConnection,
    maxHeaderListSize: limits.headerBytes,
  },
  maxHeaderListPairs: 64,
  maxOutstandingPings: 10,
  maxSettings: 32,
  maxSessionInvalidFrames: 100,
  maxSessionRejectedStreams: 100,
  streamResetBurst: limits.resetBurst,
  streamResetRate: limits.resetsPerSecond,
  unknownProtocolTimeout: limits.handshakeMs,
});
