import { environment } from '../../../shared/environment.ts';
import { newId } from '../../../shared/ids.ts';
import { scheduledJob } from '../../../shared/jobs/scheduled-job.ts';
import { log } from '../../../shared/log.ts';
import { issueWhatIsDue, type Vault } from '../model/issuing.ts';
import { authoritiesOf, issuedOf } from '../model/stored.ts';
import { wantedCertificates } from '../model/wanted.ts';
import { readSecretObject, writeSecretObject } from '../store/secret-client.ts';

/**
 * Keeps the certificates of the gRPC services and their callers fresh: daily, and when it is deployed. Two runs at once do no harm:
 * whoever ends up trusting the wrong one of two new authorities is put right by the next run, before that authority may sign.
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
