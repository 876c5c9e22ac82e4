import type { Emulator } from './emulator.ts';
import { miniStack } from './ministack/ministack.ts';

/** The emulator that the local run and the tests use. */
export const emulator: Emulator = miniStack;
