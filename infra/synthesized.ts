import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { domains } from '../functions/domains.ts';
import { type Capability, entryFile, lambdasOf } from '../functions/shared/domain.ts';
import { lonja } from './app.ts';
import { bundle } from './bundle.ts';
import type { StackId } from './stack-ids.ts';
import { stageCalled } from './stages.ts';

export type Templates = Readonly<Record<StackId, Template>>;

const known = new Map<string, Promise<Templates>>();

/** The templates of a stage as `cdk synth` writes them, made once per process. Rejects when cdk-nag finds something in them. */
export function synthesized(stage: string): Promise<Templates> {
  const templates = known.get(stage) ?? synthesize(stage);
  known.set(stage, templates);
  return templates;
}

async function synthesize(stage: string): Promise<Templates> {
  await bundle({ withStripe: stageCalled(stage).paymentProvider.kind === 'stripe' });
  const outdir = mkdtempSync(join(tmpdir(), 'lonja-synth-'));
  try {
    lonja({ outdir, context: { stage } }).synth();
    const template = (id: StackId) => Template.fromJSON(JSON.parse(readFileSync(join(outdir, `${id}.template.json`), 'utf8')));
    return {
      Data: template('Data'),
      Api: template('Api'),
      Saga: template('Saga'),
      Events: template('Events'),
      Network: template('Network'),
      Certificates: template('Certificates'),
      Auth: template('Auth'),
      Inventory: template('Inventory'),
      Archive: template('Archive'),
      Observability: template('Observability'),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The resources of one type, each with its logical id. */
export function resourcesOf(template: Template, type: string) {
  return Object.entries(template.findResources(type)).map(([id, { Properties }]) => ({ id, properties: Properties ?? {} }));
}

/** The entry files of the functions whose domains declare this capability for them. */
export const declaredWith = (capability: Capability): string[] =>
  domains
    .flatMap((domain) =>
      lambdasOf(domain)
        .filter(({ may = [] }) => may.includes(capability))
        .map((lambda) => entryFile(domain, lambda)),
    )
    .toSorted();
