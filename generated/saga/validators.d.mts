// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { ChargeOrder, SagaOrder } from './types.ts';

export declare const validateChargeOrder: Validator<ChargeOrder>;
export declare const validateSagaOrder: Validator<SagaOrder>;
