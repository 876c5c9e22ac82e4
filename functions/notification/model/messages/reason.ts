import type { Language } from '../../../../generated/shared.ts';
import { quoted } from './message.ts';

/** The codes that the system itself gives as reasons. */
const known: Readonly<Record<string, Record<Language, string>>> = {
  'out-of-stock': { es: 'no quedan existencias', en: 'out of stock' },
  'payment-declined': { es: 'se rechazó el pago', en: 'the payment was declined' },
  'payment-failed': { es: 'falló el pago', en: 'the payment failed' },
  'payment-timed-out': { es: 'el pago tardó demasiado', en: 'the payment took too long' },
  'deadline-passed': { es: 'venció el plazo', en: 'the time limit passed' },
};

/** A reason for people: a code in the reader's language, and anything else as it was given. */
export const reasonText = (reason: string, language: Language): string => known[reason]?.[language] ?? quoted(reason);
