// @ts-nocheck
// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import { codePointLength, numberOfText } from './runtime.ts';
import { validateCorrelationId, validateUuid } from './shared.ts';

export const validateCorrelationIdAggregateIdCursorLimitQuery: Validator<{
  cursor?: string;
  limit: number;
} & ({
  correlationId: string;
  aggregateId?: undefined;
} | {
  aggregateId: string;
  correlationId?: undefined;
})> = validate21;
const func2 = codePointLength, pattern0 = /^[A-Za-z0-9_-]+$/u;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  const _errs1 = errors;
  let valid0 = !1, passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data) && data.correlationId === void 0) {
    const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "correlationId" }, message: "must have required property 'correlationId'" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  var _valid0 = _errs2 === errors;
  _valid0 && (valid0 = !0, passing0 = 0);
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data) && data.aggregateId === void 0) {
    const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "aggregateId" }, message: "must have required property 'aggregateId'" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0 ? (valid0 = !1, passing0 = [passing0, 1]) : _valid0 && (valid0 = !0, passing0 = 1), valid0)
    errors = _errs1, vErrors !== null && (_errs1 ? vErrors.length = _errs1 : vErrors = null);
  else {
    const err2 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    data.limit === void 0 && (data.limit = 20);
    for (const key0 in data)
      if (!(key0 === "correlationId" || key0 === "aggregateId" || key0 === "cursor" || key0 === "limit")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.limit !== void 0 && (data.limit = numberOfText(data.limit)), data.correlationId !== void 0 && (validateCorrelationId(data.correlationId, { instancePath: instancePath + "/correlationId", parentData: data, parentDataProperty: "correlationId", rootData }) || (vErrors = vErrors === null ? validateCorrelationId.errors : vErrors.concat(validateCorrelationId.errors), errors = vErrors.length)), data.aggregateId !== void 0 && (validateUuid(data.aggregateId, { instancePath: instancePath + "/aggregateId", parentData: data, parentDataProperty: "aggregateId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.cursor !== void 0) {
      let data2 = data.cursor;
      if (typeof data2 == "string") {
        if (func2(data2) > 2048) {
          const err4 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (func2(data2) < 1) {
          const err5 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (!pattern0.test(data2)) {
          const err6 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    let data3 = data.limit;
    if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
      const err8 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 50 || isNaN(data3)) {
        const err9 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (data3 < 1 || isNaN(data3)) {
        const err10 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
