import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { awsSettings } from '../../local/emulator/aws-settings.ts';

/** Clients of the AWS services at the endpoint of the world under test. */
export const settings = awsSettings(inject('world').awsEndpoint);

export const lambda = new LambdaClient(settings);
export const sqs = new SQSClient(settings);
export const stepFunctions = new SFNClient(settings);
export const secrets = new SecretsManagerClient(settings);
export const logs = new CloudWatchLogsClient(settings);
export const tables = DynamoDBDocumentClient.from(new DynamoDBClient(settings));
