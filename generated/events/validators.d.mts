// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { DomainEvent, EventDataByType, EventType } from './types.ts';

/** Checks the envelope; `eventData` is checked by the validator of its type. */
export declare const validateDomainEvent: Validator<DomainEvent>;

/** Checks the data of an event, by its wire name. */
export declare const eventValidators: { readonly [Type in EventType]: Validator<EventDataByType[Type]> };
