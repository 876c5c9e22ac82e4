import { environment } from '../../../shared/environment.ts';

/** A Lambda waits no longer than this for the next step. */
const longestWaitSeconds = 5;

/** How long a parcel takes for one step. */
export const stepSeconds = () => Number(environment('CARRIER_STEP_SECONDS'));

/** Whether a call of its own moves a parcel to its end. Otherwise a schedule moves all that are due. */
export const movesByItself = () => stepSeconds() <= longestWaitSeconds;
