import { describe, expect, it } from 'vitest';
import { whyPipFailed } from './python-environment.ts';

describe('whyPipFailed', () => {
  it('says what to install where Python came without pip', () => {
    expect(whyPipFailed('python3', '/usr/bin/python3: No module named pip\n')).toMatch(/python3-venv/);
  });

  it('says that the network is out', () => {
    const output =
      "WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No matching distribution found for ministack==1.5.33";
    expect(whyPipFailed('python3', output)).toMatch(/check the network/);
  });
});
