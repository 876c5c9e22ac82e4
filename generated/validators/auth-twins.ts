// @ts-nocheck
// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import { validateUuid } from './shared.ts';

export const validateLocalIdParams: Validator<{
  localId: string;
}> = validate21;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.localId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "localId" }, message: "must have required property 'localId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    data.localId !== void 0 && (validateUuid(data.localId, { instancePath: instancePath + "/localId", parentData: data, parentDataProperty: "localId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length));
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
