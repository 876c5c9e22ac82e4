import { environment } from '../../../shared/environment.ts';
import type { PaymentProvider, ProviderAdapter } from '../../model/provider.ts';
import { httpProvider } from './http-provider.ts';
import { providerSecret, reportSecrets } from './http-secret.ts';

const timeoutMs = 10_000;
const providers = new Map<string, PaymentProvider>();

/** For stages that charge nobody: the provider that we simulate, over HTTP. */
export const adapter: ProviderAdapter = {
  paymentProvider() {
    const baseUrl = environment('PAYMENT_PROVIDER_URL');
    const known = providers.get(baseUrl) ?? httpProvider({ baseUrl, secret: providerSecret, timeoutMs });
    providers.set(baseUrl, known);
    return known;
  },
  readSecrets: reportSecrets,
};
