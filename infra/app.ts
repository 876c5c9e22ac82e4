/** The whole system, in the order in which an order passes through it. `node infra/app.ts` synthesizes it, and so does the CDK CLI. */
import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdkJson from '../cdk.json' with { type: 'json' };
import { grantCapabilities } from './constructs/capabilities.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { ArchiveStack } from './stacks/archive-stack.ts';
import { AuthStack } from './stacks/auth-stack.ts';
import { CertificatesStack } from './stacks/certificates-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EventsStack } from './stacks/events-stack.ts';
import { InventoryStack } from './stacks/inventory-stack.ts';
import { NetworkStack } from './stacks/network-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { SagaStack } from './stacks/saga-stack.ts';
import { stageCalled } from './stages.ts';

/**
 * Data, Api, Saga and Events are the system. They are deployed locally too, so none of them imports from the other stacks, which
 * exist only on AWS. The context `stage` selects the stage. The feature flags are those of `cdk.json`, with the CLI and without.
 */
export function lonja(props?: AppProps): App {
  const app = new App({ ...props, context: { ...cdkJson.context, ...props?.context } });
  const stage = stageCalled(app.node.tryGetContext('stage') ?? 'dev');

  const data = new DataStack(app, 'Data', { stage });

  //  client ─REST─> API Gateway ─authorizer─mutual TLS, gRPC─> Auth (Fargate), or its REST twins
  //                     └─> Lambda of the domain ── state and events in one transaction ──> table
  const network = new NetworkStack(app, 'Network', { stage });
  const certificates = new CertificatesStack(app, 'Certificates', { stage });
  const auth = new AuthStack(app, 'Auth', { stage, network, certificates, table: data.table('auth') });
  const api = new ApiStack(app, 'Api', { stage, data });
  // The authorizer reads Auth's address and its own certificate from SSM when it is deployed.
  api.addStackDependency(auth);

  //  shops, devices, importers ─mutual TLS, gRPC─> Inventory (Fargate) ─gRPC─> Auth
  const inventory = new InventoryStack(app, 'Inventory', {
    stage,
    network,
    certificates,
    auth,
    api,
    table: data.table('inventory'),
  });

  //  order.created ─> saga starter ─> Step Functions: ReserveStock → ChargePayment → ConfirmOrder, or compensation
  const saga = new SagaStack(app, 'Saga', { stage, data });

  //  stream of the table ─> outbox relay ─> bus of the domain ─rules─> queues, each with a DLQ ─> consumers
  const events = new EventsStack(app, 'Events', { stage, data });

  // What the functions of the domains may do beyond their tables. A stack may refer to those before it: Data, Api, Saga, Events.
  grantCapabilities({ stage, data, api, saga, events });

  //  bus ─> archive, for replays; anything that gets stuck ─> alarm
  new ArchiveStack(app, 'Archive', { stage, buses: data.buses });
  new ObservabilityStack(app, 'Observability', {
    stage,
    saga,
    events,
    certificates,
    watched: [api, saga, events, certificates, auth, inventory],
  });

  Tags.of(app).add('lonja:stage', stage.name);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

if (import.meta.main) lonja().synth();
