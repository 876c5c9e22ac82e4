import { CfnParameter, type Stack } from 'aws-cdk-lib';
import type { Stage } from '../stages.ts';

/**
 * The origins of the push services that functions send to. A deployment may replace those of the stage with a parameter of the stack:
 * where no device has a service of its own, with the address of one that tests listen at. A stack has the parameter once.
 */
export function pushServicesSetting(stack: Stack, { pushServices }: Stage): string {
  const declared = stack.node.tryFindChild(name);
  const parameter = declared instanceof CfnParameter ? declared : declare(stack, pushServices);
  return parameter.valueAsString;
}

const name = 'PushServices';

const declare = (stack: Stack, usual: readonly string[]) =>
  new CfnParameter(stack, name, {
    default: usual.join(' '),
    description: 'Origins of push services, separated by spaces. `*.` stands for any subdomain.',
    allowedPattern: 'https?://\\S+( https?://\\S+)*',
  });
