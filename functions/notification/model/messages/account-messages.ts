import type { Message } from './message.ts';

export const welcome = ({ customerId }: { customerId: string }): Message => ({
  aboutId: customerId,
  words: {
    es: () => ({
      subject: 'Te damos la bienvenida al mercado',
      body: ['Ya puedes comprar en el mercado. Aquí te contaremos cómo van tus pedidos.'],
    }),
    en: () => ({
      subject: 'Welcome to the market',
      body: ['You can now buy at the market. We will tell you here how your orders are going.'],
    }),
  },
});

/** A link that works once. */
export type SecretLink = { userId: string; secret: string; expiresAt: string };

/** The secret is behind `#`, which browsers send to no server, so it is in no access log. */
export const verifyAddress = ({ userId, secret, expiresAt }: SecretLink): Message => ({
  aboutId: userId,
  path: `verify-email#secret=${secret}`,
  words: {
    es: ({ time }) => ({
      subject: 'Confirma tu dirección de correo',
      body: ['Abre este enlace para confirmar que esta dirección es tuya.', `Sirve una vez, hasta el ${time(expiresAt)}.`],
      action: 'Confirmar la dirección',
    }),
    en: ({ time }) => ({
      subject: 'Confirm your e-mail address',
      body: ['Open this link to confirm that this address is yours.', `It works once, until ${time(expiresAt)}.`],
      action: 'Confirm the address',
    }),
  },
});

export const resetPassword = ({ userId, secret, expiresAt }: SecretLink): Message => ({
  aboutId: userId,
  path: `reset-password#secret=${secret}`,
  words: {
    es: ({ time }) => ({
      subject: 'Elige una contraseña nueva',
      body: [
        'Abre este enlace para elegir una contraseña nueva.',
        `Sirve una vez, hasta el ${time(expiresAt)}. Si no lo has pedido tú, no tienes que hacer nada.`,
      ],
      action: 'Elegir una contraseña',
    }),
    en: ({ time }) => ({
      subject: 'Choose a new password',
      body: [
        'Open this link to choose a new password.',
        `It works once, until ${time(expiresAt)}. If you did not ask for it, you do not have to do anything.`,
      ],
      action: 'Choose a password',
    }),
  },
});
