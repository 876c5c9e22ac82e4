import { domains } from '../functions/domains.ts';
import type { DomainDeclaration, LambdaDeclaration } from '../functions/shared/domain.ts';

/** A Lambda that a domain declares under `others`, such as `authorizer`. Throws unless exactly one domain does. */
export function otherLambda(name: string): { domain: DomainDeclaration; lambda: LambdaDeclaration } {
  const declared = domains.flatMap((domain) => {
    const lambda = domain.others?.[name];
    return lambda === undefined ? [] : [{ domain, lambda }];
  });
  const [found, ...more] = declared;
  if (found === undefined || more.length > 0) {
    throw new Error(`${declared.length} domains declare others.${name} in their domain.ts; there must be one`);
  }
  return found;
}
