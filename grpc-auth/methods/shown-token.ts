import { VerifyTokenRequest } from '../../generated/grpc/lonja/auth/v1/auth.ts';

/** Field 1, of the kind that bears its length before it (https://protobuf.dev/programming-guides/encoding). */
const tokenTag = 0x0a;

/**
 * The bytes of the token of an encoded VerifyTokenRequest. Every library writes the one field alone, and then they are part of the
 * message, uncopied; anything else is decoded. @throws as decoding does
 */
export function shownToken(message: Buffer): Buffer {
  const low = message[1] ?? 0;
  // Its length takes one byte, or two of seven bits.
  const length = low < 0x80 ? low : (low & 0x7f) | ((message[2] ?? 0) << 7);
  const start = low < 0x80 ? 2 : 3;
  if (message[0] === tokenTag && start + length === message.length && length < 0x4000) return message.subarray(start);
  return Buffer.from(VerifyTokenRequest.decode(message).token);
}
