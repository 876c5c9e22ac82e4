import { audit } from './audit/domain.ts';
import { auth } from './auth/domain.ts';
import { customer } from './customer/domain.ts';
import { health } from './health/domain.ts';
import { inventory } from './inventory/domain.ts';
import { notification } from './notification/domain.ts';
import { order } from './order/domain.ts';
import { payment } from './payment/domain.ts';
import { product } from './product/domain.ts';
import { type ConsumerDeclaration, type DomainDeclaration, entryFile } from './shared/domain.ts';
import { shipping } from './shipping/domain.ts';

const all = [auth, product, inventory, order, payment, customer, shipping, notification, audit, health];

/** Every domain of the system: the only list of them. What is done for each domain loops over it. */
export const domains: readonly DomainDeclaration[] = all;
export type DomainName = (typeof all)[number]['name'];

/** Every consumer, with its name and the file of its Lambda. */
export const consumers: readonly (ConsumerDeclaration & { name: string; domain: string; file: string })[] = domains.flatMap(
  (domain) =>
    Object.entries(domain.consumers ?? {}).map(([name, declaration]) => ({
      ...declaration,
      name,
      domain: domain.name,
      file: entryFile(domain, declaration),
    })),
);
