import type { PolicyDocument } from 'aws-lambda';

/**
 * Allows every method of the API's stage. The policy only says that somebody is signed in: were it for one route, a gateway that
 * caches it would refuse the same caller the next one.
 * @throws {TypeError} when `methodArn` is not `arn:…:apiId/stage/METHOD/path`
 */
export function wholeStage(methodArn: string): PolicyDocument {
  const [api, stage] = methodArn.split('/');
  if (!api || !stage) throw new TypeError('the method’s ARN names no stage');
  return {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: `${api}/${stage}/*` }],
  };
}
