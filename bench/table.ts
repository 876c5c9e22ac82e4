/** One figure: a ratio to its peer, or a value of its own where nothing stands beside it. `goal`, if there is one, is the most it should be. */
export type Row = { what: string; ours: number; peer?: number; unit: 'ms' | 's' | 'MB'; goal?: number };

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ what, ours, peer, unit, goal }) => {
    const value = peer === undefined ? ours : ours / peer;
    const figures =
      peer === undefined ? `${rounded(ours)} ${unit}` : `${rounded(ours)} / ${rounded(peer)} ${unit} = **${value.toFixed(2)}**`;
    if (goal === undefined) return `| ${what} | ${figures} | | |`;
    const aim = peer === undefined ? `${goal} ${unit}` : goal.toFixed(1);
    return `| ${what} | ${figures} | ≤ ${aim} | ${value <= goal ? 'met' : 'not met'} |`;
  });
  return ['| what | ours / peer | goal | |', '|---|---|---|---|', ...lines].join('\n');
}

const rounded = (value: number) => (value >= 100 ? Math.round(value) : Number(value.toFixed(1)));
