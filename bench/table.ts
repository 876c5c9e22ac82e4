/** One figure: a ratio to its peer, or a value of its own when it has none. `goal` is the most that it should be. */
export type Row = { what: string; ours: number; peer?: number; unit: 'ms' | 's' | 'MB' | 'responses'; goal?: number };

/** The figures as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ what, ours, peer, unit, goal }) => {
    const value = peer === undefined ? ours : ours / peer;
    const figures =
      peer === undefined ? `${rounded(ours)} ${unit}` : `${rounded(ours)} / ${rounded(peer)} ${unit} = **${value.toFixed(2)}**`;
    if (goal === undefined) return [what, figures, '', ''];
    const limit = peer === undefined ? `≤ ${goal} ${unit}` : `≤ ${goal}`;
    return [what, figures, limit, value <= goal ? 'met' : 'not met'];
  });
  return markdownTable(['what', 'ours / peer', 'goal', ''], cells);
}

export function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const rounded = (value: number) => (value >= 100 ? Math.round(value) : Number(value.toFixed(1)));
