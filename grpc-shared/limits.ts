import type { ServerOptions } from '@grpc/grpc-js';

/** What one process takes on. Each number is where the next caller is told no, so that those before go on being served. */
export type Limits = {
  /** The longest message, either way. */
  messageBytes: number;
  /** All headers of a call together. */
  headerBytes: number;
  concurrentStreamsPerConnection: number;
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
  concurrentStreamsPerConnection: 500,
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
    'grpc.max_connection_idle_ms': limits.idleMs,
    'grpc.max_connection_age_ms': limits.connectionAgeMs,
    'grpc.max_connection_age_grace_ms': limits.connectionAgeGraceMs,
    'grpc.keepalive_time_ms': limits.keepaliveMs,
    'grpc.keepalive_timeout_ms': limits.keepaliveTimeoutMs,
    'grpc.enable_channelz': 0,
  };
}
