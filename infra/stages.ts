/** What differs between two deployments of the same code. The name of a stage prefixes its stacks and its buses. */
export type Stage = {
  name: string;
  /**
   * `retain` keeps tables, keys and logs when a stack is deleted. `destroy` deletes them with it; the account's role for API Gateway
   * and the bucket of search snapshots stay in any case.
   */
  onDelete: 'retain' | 'destroy';
  /**
   * Charges cards: our own simulated provider, which charges nobody, or Stripe. For Stripe, its keys are entered in the provider's secret,
   * and POST /payments/webhook is registered there as an endpoint.
   */
  paymentProvider: { kind: 'simulated' } | { kind: 'stripe' };
  /** Takes parcels to customers: our own simulated carrier, or the one at `url`. */
  carrier: { kind: 'simulated' } | { kind: 'url'; url: string };
  /** The address that emails come from. It is declared as an SES identity, and its owner confirms it once. */
  senderEmail: string;
  /** The front end, for links in messages, without a slash at its end. At most 40 characters, since an SMS has to hold it. */
  frontEndUrl: `https://${string}`;
  /** The push services of the browsers that devices may use: origins, in which `*.` stands for any subdomain. */
  pushServices: readonly `https://${string}`[];
  logRetentionDays: 7 | 90;
  /** How long an order may stay pending before it cancels itself. */
  orderDeadlineMinutes: number;
  /** The origins of the shop front ends in browsers, which may read responses of the REST API. `*` is any origin. */
  allowedOrigins: readonly ['*'] | readonly [`https://${string}`, ...`https://${string}`[]];
  /** One zone is cheapest; two survive the loss of one. */
  availabilityZones: 1 | 2;
  /** For each gRPC service. 1024 `cpuUnits` are one core. */
  grpcTasks: { least: number; most: number; cpuUnits: 256 | 512 | 1024; memoryMegabytes: number; capacity: 'spot' | 'on-demand' };
  /** What the gateway lets through, for all callers together. */
  requestsPerSecond: { steady: number; burst: number };
  /** What it lets through for each organization, and for each partner of one. */
  usagePlans: Readonly<Record<'default' | 'partner', UsageLimits>>;
  /** Concurrent invocations that one queue may cause. A new AWS account has ten in all. */
  consumerConcurrency: number;
  /** Batches of one stream shard that a relay handles at once. Each publishing domain has a relay, out of the same ten. */
  relayConcurrency: number;
};

/** Chrome and Android, Firefox, Edge, Safari. */
const browserPushServices = [
  'https://fcm.googleapis.com',
  'https://updates.push.services.mozilla.com',
  'https://*.notify.windows.com',
  'https://*.push.apple.com',
] as const;
/** Calls that are counted under one key. */
export type UsageLimits = { steadyPerSecond: number; burst: number; perDay: number };

const stages: readonly Stage[] = [
  {
    name: 'dev',
    onDelete: 'destroy',
    paymentProvider: { kind: 'simulated' },
    carrier: { kind: 'simulated' },
    senderEmail: 'orders@dev.lonja.example',
    frontEndUrl: 'https://shop.dev.lonja.example',
    pushServices: browserPushServices,
    logRetentionDays: 7,
    orderDeadlineMinutes: 120,
    allowedOrigins: ['*'],
    availabilityZones: 1,
    grpcTasks: { least: 1, most: 2, cpuUnits: 256, memoryMegabytes: 512, capacity: 'spot' },
    requestsPerSecond: { steady: 500, burst: 1_000 },
    usagePlans: {
      default: { steadyPerSecond: 250, burst: 500, perDay: 1_000_000 },
      partner: { steadyPerSecond: 20, burst: 40, perDay: 100_000 },
    },
    consumerConcurrency: 4,
    relayConcurrency: 1,
  },
  {
    name: 'production',
    onDelete: 'retain',
    paymentProvider: { kind: 'stripe' },
    carrier: { kind: 'url', url: 'https://carrier.lonja.example' },
    senderEmail: 'orders@lonja.example',
    frontEndUrl: 'https://shop.lonja.example',
    pushServices: browserPushServices,
    logRetentionDays: 90,
    orderDeadlineMinutes: 120,
    allowedOrigins: ['https://shop.lonja.example'],
    availabilityZones: 2,
    grpcTasks: { least: 2, most: 8, cpuUnits: 512, memoryMegabytes: 1024, capacity: 'on-demand' },
    requestsPerSecond: { steady: 2_000, burst: 4_000 },
    usagePlans: {
      default: { steadyPerSecond: 200, burst: 400, perDay: 2_000_000 },
      partner: { steadyPerSecond: 50, burst: 100, perDay: 500_000 },
    },
    consumerConcurrency: 20,
    relayConcurrency: 10,
  },
];

/** The issuer (`iss`) of the access tokens of a stage. */
export const tokenIssuer = (stage: Stage) => `https://lonja.dev/${stage.name}`;

/** The settings of a stage by its name. Throws for an unknown name, with the names of all stages. */
export function stageCalled(name: string): Stage {
  const stage = stages.find((candidate) => candidate.name === name);
  if (stage === undefined) {
    throw new Error(
      `no stage "${name}" in infra/stages.ts: choose ${stages.map((known) => known.name).join(' or ')} with -c stage=…`,
    );
  }
  return stage;
}
