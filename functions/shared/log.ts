import { Logger } from '@aws-lambda-powertools/logger';

/** JSON log lines; the service's name and the level come from POWERTOOLS_SERVICE_NAME and POWERTOOLS_LOG_LEVEL. */
export const log = new Logger();
