import type { AddressDraft, PreferencesPatch } from '../../generated/rest/types.ts';
import type { Money } from '../../generated/shared.ts';

/** The demo market of the local run. Prices are those of shops in the region in autumn 2026. */
export type ShopDraft = { name: string; products: readonly ProductDraft[] };
export type ProductDraft = { name: string; category: string; price: Money; initialStock: number; lowStockThreshold: number };
export type UserDraft = { email: string; password: string; name: string };

const euros = (cents: number): Money => ({ amountMinor: cents, currency: 'EUR' });

export const marketName = 'Lonja de Jaén';

export const demoUsers = {
  admin: { email: 'carmen@lonjadejaen.example', password: 'olivos de la loma', name: 'Carmen Ortega' },
  producer: { email: 'manuel@lonjadejaen.example', password: 'cosecha temprana', name: 'Manuel Quesada' },
  buyer: { email: 'lucia@lonjadejaen.example', password: 'pan con aceite y sal', name: 'Lucía Moreno' },
} satisfies Record<string, UserDraft>;

/** Where a customer lives, and how the customer wants to hear from the market. */
export type Contact = { address: AddressDraft; phone: string; preferences: PreferencesPatch };

export const buyerContact: Contact = {
  address: { recipient: 'Lucía Moreno', street: 'Calle Maestra 12', postalCode: '23002', city: 'Jaén', country: 'ES' },
  phone: '+34600111222',
  preferences: { language: 'es', channels: ['email', 'sms'] },
};

export const shops: readonly ShopDraft[] = [
  {
    name: 'Almazara Sierra Mágina',
    products: [
      {
        name: 'Aceite picual, cosecha temprana, 500 ml',
        category: 'olive oil',
        price: euros(1290),
        initialStock: 120,
        lowStockThreshold: 12,
      },
      {
        name: 'Aceite picual, garrafa de 5 l',
        category: 'olive oil',
        price: euros(4750),
        initialStock: 40,
        lowStockThreshold: 5,
      },
      {
        name: 'Aceitunas cornezuelo aliñadas, 400 g',
        category: 'olives',
        price: euros(420),
        initialStock: 90,
        lowStockThreshold: 10,
      },
    ],
  },
  {
    name: 'Quesería Sierra Sur',
    products: [
      { name: 'Queso de cabra curado, 600 g', category: 'cheese', price: euros(1380), initialStock: 35, lowStockThreshold: 5 },
      { name: 'Queso fresco de cabra, 500 g', category: 'cheese', price: euros(640), initialStock: 25, lowStockThreshold: 5 },
      { name: 'Requesón, 300 g', category: 'cheese', price: euros(390), initialStock: 18, lowStockThreshold: 4 },
    ],
  },
  {
    name: 'Colmenar y Secadero de Cazorla',
    products: [
      { name: 'Miel de romero, 500 g', category: 'honey', price: euros(850), initialStock: 60, lowStockThreshold: 8 },
      { name: 'Miel de encina, 1 kg', category: 'honey', price: euros(1390), initialStock: 30, lowStockThreshold: 5 },
      {
        name: 'Jamón ibérico de bellota, loncheado, 100 g',
        category: 'ham',
        price: euros(1195),
        initialStock: 80,
        lowStockThreshold: 10,
      },
      { name: 'Morcilla en caldera, 300 g', category: 'charcuterie', price: euros(560), initialStock: 45, lowStockThreshold: 6 },
    ],
  },
];
