import type { SecureContextOptions } from 'node:tls';
import { createSecureContext } from 'node:tls';
import { ServerCredentials } from '@grpc/grpc-js';
import type { Certificates } from '../../functions/shared/auth/certificate-source.ts';

/**
 * Mutual TLS 1.2 or 1.3 for a grpc-js server: a client shows a certificate of one of our authorities, or gets no connection. The
 * certificates can be replaced while the server runs: connections that are open stay, new ones meet the new certificates.
 */
export class MutualCredentials extends ServerCredentials {
  /** @throws when key, certificate or authorities cannot be read, or do not belong together */
  constructor(certificates: Certificates, { handshakeMs }: { handshakeMs: number }) {
    super({ requestCert: true, rejectUnauthorized: true, handshakeTimeout: handshakeMs }, contextOf(certificates));
  }

  /** @throws as the constructor does; then the certificates stay what they were */
  replace(certificates: Certificates): void {
    this.updateSecureContextOptions(contextOf(certificates));
  }

  override _equals(other: ServerCredentials): boolean {
    return this === other;
  }
}

/** Tried out first: with certificates that do not work grpc-js would close every new connection. */
function contextOf({ certificate, key, authorities }: Certificates): SecureContextOptions {
  const options: SecureContextOptions = {
    cert: certificate,
    key,
    ca: authorities,
    minVersion: 'TLSv1.2',
    // Modern suites alone, as far as HTTP/2 allows them: RFC 9113, appendix A.
    ciphers: 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256',
  };
  createSecureContext(options);
  return options;
}
