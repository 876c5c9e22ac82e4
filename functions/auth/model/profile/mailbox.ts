import { createHash } from 'node:crypto';

/** The one spelling of an e-mail address by which users are found. */
export function normalizedEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/**
 * The key under which the user with this address is found: a hash, so that no key, event or record holds the address. Registration,
 * login and links all find users by it, so two addresses that look alike are the same for each of them or for none.
 */
export function mailboxOf(organizationId: string, email: string): string {
  return createHash('sha256')
    .update(`${organizationId}\n${normalizedEmail(email)}`)
    .digest('base64url');
}
