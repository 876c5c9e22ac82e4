import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { awsCalls } from '../../../shared/aws/aws-calls.ts';
import { environment } from '../../../shared/environment.ts';
import { PermanentFault } from '../../../shared/faults.ts';
import { objectOf } from '../../../shared/input/json-object.ts';
import type { CatalogueSnapshot } from '../../model/search/catalogue-index.ts';

/** An object can have tens of megabytes. */
const requestTimeoutMs = 10_000;

let client: S3Client | undefined;
const s3 = () => {
  client ??= new S3Client({ ...awsCalls, requestHandler: { ...awsCalls.requestHandler, requestTimeout: requestTimeoutMs } });
  return client;
};

const Bucket = () => environment('SEARCH_BUCKET_NAME');
const Key = (organizationId: string) => `${organizationId}.json.gz`;

/** A snapshot as S3 holds it. `eTag` names its bytes. */
export type StoredSnapshot = { snapshot: CatalogueSnapshot; eTag: string; objectVersion: string };

/**
 * An organization's snapshot: a version of it, or the latest one. Undefined when there is none.
 * @throws {PermanentFault} when the object is no snapshot
 */
export async function readSnapshot(organizationId: string, VersionId?: string): Promise<StoredSnapshot | undefined> {
  try {
    const found = await s3().send(new GetObjectCommand({ Bucket: Bucket(), Key: Key(organizationId), VersionId }));
    const bytes = await found.Body?.transformToByteArray();
    const parsed: unknown = JSON.parse(String(await promisify(gunzip)(bytes ?? new Uint8Array())));
    if (!isSnapshot(parsed)) throw new PermanentFault(`the object ${Key(organizationId)} is no snapshot`);
    return { snapshot: parsed, eTag: found.ETag ?? '', objectVersion: found.VersionId ?? '' };
  } catch (thrown) {
    if (thrown instanceof NoSuchKey && VersionId === undefined) return undefined;
    throw thrown;
  }
}

/** Stores the next snapshot in place of the one with `eTag`, or as the first one. `replaced` when another writer was first. */
export async function writeSnapshot(
  organizationId: string,
  snapshot: CatalogueSnapshot,
  eTag: string | undefined,
): Promise<{ outcome: 'written'; objectVersion: string } | { outcome: 'replaced' }> {
  const Body = await promisify(gzip)(JSON.stringify(snapshot));
  const condition = eTag === undefined ? { IfNoneMatch: '*' } : { IfMatch: eTag };
  const object = { Bucket: Bucket(), Key: Key(organizationId), Body, ContentType: 'application/json', ContentEncoding: 'gzip' };
  try {
    const { VersionId } = await s3().send(new PutObjectCommand({ ...object, ...condition }));
    if (VersionId === undefined) throw new PermanentFault('the bucket of the snapshots keeps no versions');
    return { outcome: 'written', objectVersion: VersionId };
  } catch (thrown) {
    if (thrown instanceof S3ServiceException && conflicts.has(thrown.name)) return { outcome: 'replaced' };
    throw thrown;
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
const conflicts = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/** Only `writeSnapshot` writes there, so that its parts are what they were; reading each of 100,000 products again would take seconds. */
function isSnapshot(value: unknown): value is CatalogueSnapshot {
  const { format, products, shops, words } = objectOf(value) ?? {};
  return typeof format === 'number' && Array.isArray(products) && Array.isArray(shops) && objectOf(words) !== undefined;
}
