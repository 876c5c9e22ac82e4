import { describe, expect, it } from 'vitest';
import { indexFormat } from './word-index.ts';
import { wordsOf } from './words.ts';

describe('wordsOf', () => {
  it.each(['jamón', 'jamon', 'JAMÓN', 'Jamo\u0301n', 'ｊａｍóｎ', '¡Jamón!'])('finds the same word in %s', (text) => {
    expect(wordsOf(text)).toEqual(['jamon']);
  });

  it('separates words by everything but letters and digits', () => {
    expect(wordsOf('Queso «El Roble», 500g (D.O.P.) – l’olla/ñandú  100% ½')).toEqual([
      ...['queso', 'el', 'roble', '500g', 'd', 'o', 'p', 'l', 'olla', 'nandu', '100', '1', '2'],
    ]);
    expect(wordsOf(' ¡! ')).toEqual([]);
  });

  it('belongs to this format of the stored indexes: a change of the words has to raise the number', () => {
    const sample = 'Ávila, Piñón & Straße: İstanbul ﬁn 東京 𝒜 O’Brien jamón_ibérico 1.000,50 €';
    expect({ indexFormat, words: wordsOf(sample).join(' ') }).toEqual({
      indexFormat: 1,
      words: 'avila pinon straße istanbul fin 東京 a o brien jamon iberico 1 000 50',
    });
  });
});
