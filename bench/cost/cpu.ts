import { type DeployedFunction, deployedFunctions } from '../../local/deploy/deployed-functions.ts';
import { awsSettings } from '../../local/emulator/aws-settings.ts';
import { environmentOf, type RunningProcess, readProc, startedProcesses } from '../processes.ts';

/** Processor seconds used so far, by what used them. */
export type CpuUse = ReadonlyMap<string, number>;

export const endedLambdas = 'Lambda processes that have ended';

/** What the processes of the system have used so far: the emulator, each function by its entry, each gRPC service. Linux only. */
export async function cpuUse(endpoint: string): Promise<CpuUse> {
  const functions = await deployedFunctions(awsSettings(endpoint));
  const use = new Map<string, number>();
  const add = (label: string, seconds: number) => use.set(label, (use.get(label) ?? 0) + seconds);
  for (const one of startedProcesses()) {
    const label = labelOf(one, functions);
    add(label, one.cpuSeconds);
    if (label === 'emulator') add(endedLambdas, one.endedChildrenCpuSeconds);
  }
  return use;
}

/** What was used between two readings, most first. A process that ended meanwhile counts where its parent counts it. */
export function cpuBetween(before: CpuUse, after: CpuUse): [label: string, seconds: number][] {
  const labels = new Set([...before.keys(), ...after.keys()]);
  return [...labels]
    .map((label): [string, number] => [label, (after.get(label) ?? 0) - (before.get(label) ?? 0)])
    .sort(([, a], [, b]) => b - a);
}

function labelOf({ pid }: RunningProcess, functions: readonly DeployedFunction[]): string {
  const environment = environmentOf(pid);
  const functionName = environment.get('AWS_LAMBDA_FUNCTION_NAME');
  if (functionName !== undefined) return functions.find(({ name }) => name === functionName)?.entry ?? 'bare functions';
  if (environment.has('GRPC_PORT')) return environment.get('POWERTOOLS_SERVICE_NAME') ?? 'gRPC';
  return readProc(pid, 'cmdline').includes('python') ? 'emulator' : 'other';
}
