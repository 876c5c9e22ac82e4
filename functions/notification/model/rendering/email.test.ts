import { describe, expect, it } from 'vitest';
import { renderEmail } from './email.ts';

const letterhead = {
  language: 'es',
  name: 'Ana & "Bé" <b>',
  url: 'https://shop.example/orders/1?a=1&b=2',
  aboutId: 'order-1',
  reference: 'correlation-1',
} as const;
const wording = {
  subject: 'Agotado: Queso & "Bé" <b>\r\nBcc: all@example.org',
  body: ['Quedan 0 unidades de Queso & "Bé" <b>.', { items: ['2 × <i>, 1,50 €'] }],
  action: 'Ver el pedido',
};

describe('renderEmail', () => {
  const { subject, text, html } = renderEmail(wording, letterhead);

  it('names the reader, what it is about and the reference that support asks for', () => {
    expect(text).toBe(
      [
        'Hola, Ana & "Bé" <b>:',
        'Quedan 0 unidades de Queso & "Bé" <b>.',
        '  2 × <i>, 1,50 €',
        'Ver el pedido: https://shop.example/orders/1?a=1&b=2',
        'Tu mercado Lonja',
        '--\nSobre order-1. Referencia correlation-1.\n',
      ].join('\n\n'),
    );
  });

  it('escapes in HTML, and nowhere else', () => {
    expect(subject).toBe('Agotado: Queso & "Bé" <b> Bcc: all@example.org');
    expect(html).toContain('<p>Hola, Ana &amp; &quot;Bé&quot; &lt;b&gt;:</p>');
    expect(html).toContain('<li>2 × &lt;i&gt;, 1,50 €</li>');
    expect(html).toContain('<a href="https://shop.example/orders/1?a=1&amp;b=2">Ver el pedido</a>');
    expect(html).not.toMatch(/<(b|i)>/);
  });

  it('keeps the subject on one line and within the limit of its event', () => {
    const long = renderEmail({ ...wording, subject: `Sold out:\n${'🧀'.repeat(400)}` }, letterhead).subject;
    expect(long).toBe(`Sold out: ${'🧀'.repeat(290)}`);
  });
});
