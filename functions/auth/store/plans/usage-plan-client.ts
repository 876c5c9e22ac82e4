import {
  APIGatewayClient,
  ConflictException,
  CreateApiKeyCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  GetApiKeysCommand,
  NotFoundException,
} from '@aws-sdk/client-api-gateway';
import { awsCallsTriedOnce } from '../../../shared/aws/aws-calls.ts';
import { environment } from '../../../shared/environment.ts';

let client: APIGatewayClient | undefined;
/** The queue repeats what fails, also what API Gateway throttles: it creates five keys a second for an account. */
const gateway = () => {
  client ??= new APIGatewayClient(awsCallsTriedOnce);
  return client;
};

export type UsagePlan = 'default' | 'partner';
const planIds = { default: () => environment('DEFAULT_PLAN_ID'), partner: () => environment('PARTNER_PLAN_ID') };

/** Has calls counted under this key against a plan. Repeating it changes nothing. */
export async function meterUnder(meterKey: string, plan: UsagePlan): Promise<void> {
  const keyId = await createdOrFound(meterKey);
  try {
    await gateway().send(new CreateUsagePlanKeyCommand({ usagePlanId: planIds[plan](), keyId, keyType: 'API_KEY' }));
  } catch (thrown) {
    // It is part of the plan already.
    if (!(thrown instanceof ConflictException)) throw thrown;
  }
}

/** Deletes a key, if it exists. */
export async function stopMetering(meterKey: string): Promise<void> {
  const apiKey = await findId(meterKey);
  if (apiKey === undefined) return;
  try {
    await gateway().send(new DeleteApiKeyCommand({ apiKey }));
  } catch (thrown) {
    if (!(thrown instanceof NotFoundException)) throw thrown;
  }
}

async function createdOrFound(meterKey: string): Promise<string> {
  const found = await findId(meterKey);
  if (found !== undefined) return found;
  const { id } = await gateway().send(new CreateApiKeyCommand({ name: meterKey, value: meterKey, enabled: true }));
  if (id === undefined) throw new TypeError('API Gateway created no key');
  return id;
}

/** The id that API Gateway gave to a key. It finds names by their beginning, and no name here begins with another one. */
async function findId(meterKey: string): Promise<string | undefined> {
  const { items = [] } = await gateway().send(new GetApiKeysCommand({ nameQuery: meterKey, limit: 2 }));
  return items.find(({ name }) => name === meterKey)?.id;
}
