import { healthOperations } from '../../generated/rest/health.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { getHealth } from './rest/get-health.ts';

export const handler = restHandler(healthOperations, { getHealth });
