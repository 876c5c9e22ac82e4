import { CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';

/**
 * An address that a deployment may replace with a parameter of the stack: with a custom domain, or, where API Gateway's own names
 * do not resolve, with the address that it answers at. An empty parameter changes nothing. A stack has one parameter of each name.
 */
export function replaceableUrl(stack: Stack, name: string, usual: string): string {
  const declared = stack.node.tryFindChild(name);
  const given = declared instanceof CfnParameter ? declared : declare(stack, name);
  return Fn.conditionIf(conditionName(name), given.valueAsString, usual).toString();
}

const conditionName = (name: string) => `${name}IsGiven`;

function declare(stack: Stack, name: string): CfnParameter {
  const given = new CfnParameter(stack, name, {
    default: '',
    description: 'Base URL without a trailing slash. Empty: the usual one.',
    allowedPattern: '(https?://.*[^/])?',
  });
  new CfnCondition(stack, conditionName(name), { expression: Fn.conditionNot(Fn.conditionEquals(given.valueAsString, '')) });
  return given;
}
