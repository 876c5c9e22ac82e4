import { domains } from '../functions/domains.ts';
import { type Capability, entryFile, type LambdaDeclaration, lambdasOf } from '../functions/shared/domain.ts';

/** What a Lambda may do with the payment provider. Its bundle then contains the stage's provider. */
const withProvider: readonly Capability[] = ['charge-cards', 'reverse-charges', 'validate-methods', 'verify-provider'];

export const usesProvider = ({ may = [] }: LambdaDeclaration) => may.some((capability) => withProvider.includes(capability));

/** The entries that are bundled once for each payment provider. */
export const providerEntries = (): string[] =>
  domains.flatMap((domain) =>
    lambdasOf(domain)
      .filter(usesProvider)
      .map((lambda) => entryFile(domain, lambda)),
  );
