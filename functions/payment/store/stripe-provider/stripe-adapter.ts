import type { PaymentProvider, ProviderAdapter } from '../../model/provider.ts';
import { stripeProvider } from './stripe-provider.ts';
import { stripeApiKey, stripeSecrets } from './stripe-secret.ts';

const timeoutMs = 10_000;
let provider: PaymentProvider | undefined;

/** For stages that charge cards: Stripe, by its official package. */
export const adapter: ProviderAdapter = {
  paymentProvider() {
    provider ??= stripeProvider({ apiKey: stripeApiKey, timeoutMs });
    return provider;
  },
  readSecrets: stripeSecrets,
};
