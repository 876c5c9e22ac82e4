import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { LonjaFunction } from '../lonja-function.ts';

/**
 * One object for each organization: the snapshot of its products that searches start from. A search reads the version that the
 * table points to, which may be the one before the latest for a moment.
 */
export class SearchBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        {
          id: 'earlier-snapshots',
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      // CloudFormation cannot delete a bucket that holds anything.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds a copy of the public catalogue, which two functions use, and those log what they do.',
    });
  }

  /** Reads the version of a snapshot that the table names. */
  allowReads(reader: LonjaFunction) {
    reader.addEnvironment('SEARCH_BUCKET_NAME', this.bucketName);
    this.allow(reader, ['s3:GetObjectVersion']);
  }

  /** Reads the latest snapshot and replaces it. */
  allowWrites(writer: LonjaFunction) {
    writer.addEnvironment('SEARCH_BUCKET_NAME', this.bucketName);
    this.allow(writer, ['s3:GetObject', 's3:PutObject']);
    // Without it, S3 says "forbidden" instead of "there is none" for the first snapshot of an organization.
    Grant.addToPrincipal({ grantee: writer, actions: ['s3:ListBucket'], resourceArns: [this.bucketArn] });
  }

  private allow(user: LonjaFunction, actions: string[]) {
    // The key of an object is the id of its organization, so none can be named here.
    Grant.addToPrincipal({ grantee: user, actions, resourceArns: [this.arnForObjects('*')] });
    Validations.of(user.role ?? user).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${Stack.of(this).stackName}:${exportOfArn}/*]`,
      reason: 'Every organization has an object of its own in this bucket.',
    });
  }
}

/** cdk-nag names a reference to another stack by its export. The names of both come from the construct's path. */
const exportOfArn = 'ExportsOutputFnGetAttSearchBucket6BBE999AArnDC500FC6';
