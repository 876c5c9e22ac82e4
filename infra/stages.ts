/** What differs between two deployments of the same code. A stage's name prefixes its stacks and its buses. */
export type Stage = {
  name: string;
  /** `retain` keeps tables, keys and logs when a stack is deleted; `destroy` leaves nothing behind but the account's role for API Gateway. */
  onDelete: 'retain' | 'destroy';
  /** Who charges cards: the provider simulated by our own Lambdas, or the one at `url`. */
  paymentProvider: { kind: 'simulated' } | { kind: 'url'; url: string };
  /** The address mails come from. It is declared as an SES identity; its owner confirms it once. */
  senderEmail: string;
  logRetentionDays: 7 | 90;
  /** How long an order may stay pending before it cancels itself. */
  orderDeadlineMinutes: number;
  /** One zone is the cheapest; two survive the loss of one. */
  availabilityZones: 1 | 2;
  /** Of each gRPC service. `cpuUnits`: 1024 are a core. */
  grpcTasks: { least: number; most: number; cpuUnits: 256 | 512 | 1024; memoryMegabytes: number; capacity: 'spot' | 'on-demand' };
  /** What the gateway lets through, over all callers. */
  requestsPerSecond: { steady: number; burst: number };
  /** Concurrent invocations that one queue may cause: a new AWS account has ten in all. */
  consumerConcurrency: number;
  /** Batches of one stream shard that a relay works on at once. There is a relay a publishing domain, all out of the same ten. */
  relayConcurrency: number;
};

const stages: readonly Stage[] = [
  {
    name: 'dev',
    onDelete: 'destroy',
    paymentProvider: { kind: 'simulated' },
    senderEmail: 'orders@dev.lonja.example',
    logRetentionDays: 7,
    orderDeadlineMinutes: 120,
    availabilityZones: 1,
    grpcTasks: { least: 1, most: 2, cpuUnits: 256, memoryMegabytes: 512, capacity: 'spot' },
    requestsPerSecond: { steady: 500, burst: 1_000 },
    consumerConcurrency: 4,
    relayConcurrency: 1,
  },
  {
    name: 'production',
    onDelete: 'retain',
    paymentProvider: { kind: 'url', url: 'https://payments.lonja.example' },
    senderEmail: 'orders@lonja.example',
    logRetentionDays: 90,
    orderDeadlineMinutes: 120,
    availabilityZones: 2,
    grpcTasks: { least: 2, most: 8, cpuUnits: 512, memoryMegabytes: 1024, capacity: 'on-demand' },
    requestsPerSecond: { steady: 2_000, burst: 4_000 },
    consumerConcurrency: 20,
    relayConcurrency: 10,
  },
];

/** Who issues the stage's access tokens: their `iss`. */
export const tokenIssuer = (stage: Stage) => `https://lonja.dev/${stage.name}`;

/** The settings of the stage called `name`; throws and names the stages there are. */
export function stageCalled(name: string): Stage {
  const stage = stages.find((candidate) => candidate.name === name);
  if (stage === undefined) {
    throw new Error(
      `no stage "${name}" in infra/stages.ts: choose ${stages.map((known) => known.name).join(' or ')} with -c stage=…`,
    );
  }
  return stage;
}
