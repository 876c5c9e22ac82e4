/** For tests and benchmarks: products as searches hold them. */
import type { SearchChange, SearchProduct } from '../../functions/product/model/search/search-change.ts';

const idOf = (number: number) => `0193a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
export const shopId = (number: number) => `0193a000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`;

/** A product with a number, which its id is made from. */
export const searchProduct = (number: number, given: Partial<SearchProduct> = {}): SearchProduct => ({
  productId: idOf(number),
  localId: shopId(1),
  name: `Queso número ${number}`,
  category: 'cheese',
  price: { amountMinor: 450, currency: 'EUR' },
  createdAt: '2026-11-22T10:00:00.000Z',
  isAvailable: true,
  revision: 1,
  ...given,
});

export const changeOf = (product: SearchProduct): SearchChange => ({
  kind: 'product',
  productId: product.productId,
  revision: product.revision,
  product,
});

const kinds = [
  'Queso',
  'Jamón',
  'Aceite',
  'Miel',
  'Vino',
  'Pan',
  'Tomate',
  'Pimentón',
  'Chorizo',
  'Almendra',
  'Piña',
  'Membrillo',
];
const qualities = [
  'curado',
  'ibérico',
  'virgen',
  'de romero',
  'tinto',
  'de pueblo',
  'rosa',
  'dulce',
  'picante',
  'tostada',
  'añejo',
];
const places = ['Cazorla', 'Ávila', 'Jabugo', 'La Mancha', 'Priorat', 'Ribera', 'Murcia', 'La Vera', 'León', 'Málaga', 'Zamora'];
const makers = ['El Roble', 'La Encina', 'Don Andrés', 'Hermanas Núñez', 'Sol y Sierra', 'Casa Peña', 'Los Olivos'];

/** Products of a market, the same ones every time: of twelve kinds, in shops of a hundred products. */
export function marketProducts(count: number): SearchProduct[] {
  return Array.from({ length: count }, (_, index) => {
    const pick = (from: readonly string[], step: number) => from[Math.floor(index / step) % from.length] ?? '';
    const kind = pick(kinds, 1);
    const quality = pick(qualities, kinds.length);
    const origin = pick(places, 7);
    return searchProduct(index, {
      localId: shopId(Math.floor(index / 100)),
      name: `${kind} ${quality} ${pick(makers, 5)} ${index}`,
      category: kind.toLowerCase(),
      origin,
      description: `${kind} ${quality} de ${origin}, elaborado a mano por ${pick(makers, 5)} según la receta de la casa.`,
      unit: '500 g',
      price: { amountMinor: 100 + ((index * 37) % 5000), currency: 'EUR' },
      isAvailable: index % 10 !== 0,
      createdAt: new Date(Date.UTC(2026, 0, 1) + (index % 5000) * 60_000).toISOString(),
    });
  });
}
