import { environment } from '../../../shared/environment.ts';
import { newId } from '../../../shared/ids.ts';
import { scheduledJob } from '../../../shared/jobs/scheduled-job.ts';
import { log } from '../../../shared/log.ts';
import { issueWhatIsDue, type Vault } from '../model/issuing.ts';
import { wantedCertificates } from '../model/wanted.ts';
import { authoritiesOf, issuedOf } from '../store/certificate-codec.ts';
import { readSecretObject, writeSecretObject } from '../store/secret-client.ts';

/**
 * Renews the certificates of the gRPC services and their callers, daily and at each deployment. Two runs at once do no harm: if they
 * create two authorities, the next run repairs what trusts the wrong one before the right one may sign.
 */
export const handler = scheduledJob('issue-certificates', async (now) => {
  const wanted = wantedCertificates(environment('CERTIFICATES'));
  const { step, issued } = await issueWhatIsDue(secretsVault(environment('AUTHORITY_SECRET_ARN')), wanted, now, newId(now));
  log.info('certificates', { step, issued });
  return { wanted: wanted.length, issued: issued.length, steps: step === 'keep' ? 0 : 1 };
});

const secretsVault = (authoritySecretArn: string): Vault => ({
  readAuthorities: async () => authoritiesOf(await readSecretObject(authoritySecretArn)),
  writeAuthorities: (authorities) => writeSecretObject(authoritySecretArn, authorities),
  readIssued: async ({ secretArn }) => issuedOf(await readSecretObject(secretArn)),
  writeIssued: ({ secretArn }, issued) => writeSecretObject(secretArn, issued),
});
