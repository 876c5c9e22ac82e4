import { shippingOperations } from '../../generated/rest/shipping.ts';
import { readAhead } from '../shared/aws/read-ahead.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { getShipment } from './rest/get-shipment.ts';
import { handOverParcel } from './rest/hand-over-parcel.ts';
import { listShipments } from './rest/list-shipments.ts';
import { receiveParcelReport } from './rest/receive-parcel-report.ts';
import { reportSecrets } from './store/carrier-secret.ts';

await readAhead({ 'carrier secret': reportSecrets });

export const handler = restHandler(shippingOperations, { getShipment, handOverParcel, listShipments, receiveParcelReport });
