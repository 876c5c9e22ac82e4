import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { awsCalls } from '../../shared/aws/aws-calls.ts';
import { environment } from '../../shared/environment.ts';
import { jsonObject } from '../../shared/input/json-object.ts';
import { mapOf, record, text } from '../../shared/store/codec.ts';
import { busChecks, emailCheck, queueChecks, sagaCheck, tableChecks } from './aws-checks.ts';
import type { Check } from './checks.ts';
import { grpcHealth } from './grpc-client.ts';

/** What is deployed after this function, so that its settings cannot name it. */
type LaterTargets = { queues: Record<string, string>; stateMachineArn: string; paymentProviderUrl: string; carrierUrl: string };
const laterTargets = record<LaterTargets>({
  queues: mapOf(text),
  stateMachineArn: text,
  paymentProviderUrl: text,
  carrierUrl: text,
});
const names = mapOf(text);

let known: Promise<Check[]> | undefined;

/** A check for each dependency of the market. */
export function dependencyChecks(): Promise<Check[]> {
  known ??= allChecks().catch((thrown: unknown) => {
    known = undefined;
    throw thrown;
  });
  return known;
}

async function allChecks(): Promise<Check[]> {
  const targetsName = environment('HEALTH_TARGETS_PARAMETER');
  const inventoryName = environment('INVENTORY_TARGET_PARAMETER');
  const { Parameters = [] } = await new SSMClient(awsCalls).send(
    new GetParametersCommand({ Names: [targetsName, inventoryName] }),
  );
  const parameterNamed = (wanted: string) => Parameters.find(({ Name }) => Name === wanted)?.Value;
  const { queues, stateMachineArn, paymentProviderUrl, carrierUrl } = laterTargets(
    jsonObject(parameterNamed(targetsName) ?? ''),
    targetsName,
  );
  const inventory = grpcHealth(parameterNamed(inventoryName) ?? '', environment('INVENTORY_SERVER_NAME'));
  const auth = grpcHealth(environment('AUTH_GRPC_TARGET'), environment('AUTH_TLS_SERVER_NAME'));
  return [
    ...tableChecks(names(jsonObject(environment('HEALTH_TABLES')), 'HEALTH_TABLES')),
    ...busChecks(names(jsonObject(environment('HEALTH_BUSES')), 'HEALTH_BUSES')),
    ...queueChecks(queues),
    sagaCheck(stateMachineArn),
    { kind: 'grpc', name: 'auth', ask: auth.ask },
    { kind: 'grpc', name: 'inventory', ask: inventory.ask },
    { kind: 'provider', name: 'payment', ask: () => reached(paymentProviderUrl) },
    { kind: 'provider', name: 'carrier', ask: () => reached(carrierUrl) },
    emailCheck(environment('SENDER_EMAIL')),
  ];
}

/** Any answer but a fault of its own says that it can be reached. The connection is not kept: nobody else uses it here. */
async function reached(url: string): Promise<void> {
  const { status, body } = await fetch(url, { signal: AbortSignal.timeout(1500), headers: { connection: 'close' } });
  await body?.cancel();
  if (status >= 500) throw new Error(`it answers ${status}`);
}
