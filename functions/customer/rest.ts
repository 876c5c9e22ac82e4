import { customerOperations } from '../../generated/rest/customer.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { addAddress } from './rest/addresses/add-address.ts';
import { removeAddress } from './rest/addresses/remove-address.ts';
import { updateAddress } from './rest/addresses/update-address.ts';
import { eraseCustomer } from './rest/erase-customer.ts';
import { getCustomer } from './rest/get-customer.ts';
import { registerCustomer } from './rest/register-customer.ts';
import { updateCustomer } from './rest/update-customer.ts';
import { validateCustomer } from './rest/validate-customer.ts';

export const handler = restHandler(customerOperations, {
  registerCustomer,
  validateCustomer,
  getCustomer,
  updateCustomer,
  eraseCustomer,
  addAddress,
  updateAddress,
  removeAddress,
});
