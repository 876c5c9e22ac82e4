import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A resource as a CloudFormation template declares it. */
export type TemplateResource = { Type: string; Properties?: Record<string, unknown> };
export type Template = { Resources: Record<string, TemplateResource>; Parameters?: Record<string, unknown> };
export type AssembledStack = { id: string; stackName: string; template: Template };

type Manifest = { artifacts: Record<string, { type: string; properties?: { templateFile?: string; stackName?: string } }> };

/** A stack of the cloud assembly that `cdk synth` wrote, by its construct id. */
export function assembledStack(assemblyFolder: string, id: string): AssembledStack {
  const { artifacts } = readJson<Manifest>(join(assemblyFolder, 'manifest.json'));
  const artifact = artifacts[id];
  if (artifact?.type !== 'aws:cloudformation:stack' || artifact.properties?.templateFile === undefined) {
    throw new Error(`${assemblyFolder} has no stack ${id}: the local run deploys it by this name`);
  }
  const { templateFile, stackName = id } = artifact.properties;
  return { id, stackName, template: readJson<Template>(join(assemblyFolder, templateFile)) };
}

/** Trusts that the CDK wrote the file in the shape of its version. */
function readJson<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(file, 'utf8'));
}
