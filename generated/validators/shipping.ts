// @ts-nocheck
// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import { codePointLength, numberOfText } from './runtime.ts';
import { validateLocation, validateTimestamp, validateUuid } from './shared.ts';
import type { CarrierMessage, ParcelReference, ParcelReport } from '../rest/types.ts';

export const validateOrderIdLocalIdStatusCursorLimitQuery: Validator<{
  status: 'created' | 'in_transit' | 'out_for_delivery' | 'delivered' | 'returned' | 'lost' | 'cancelled';
  cursor?: string;
  limit: number;
} & ({
  orderId: string;
  localId?: undefined;
} | {
  localId: string;
  orderId?: undefined;
})> = validate21;
const schema6 = { type: "object", required: [], properties: { orderId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" }, localId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" }, status: { type: "string", enum: ["created", "in_transit", "out_for_delivery", "delivered", "returned", "lost", "cancelled"], default: "created" }, cursor: { type: "string", minLength: 1, maxLength: 2048, pattern: "^[A-Za-z0-9_-]+$" }, limit: { type: "integer", minimum: 1, maximum: 50, default: 20 } }, "x-numbers-in-text": ["limit"], additionalProperties: !1, oneOf: [{ required: ["orderId"] }, { required: ["localId"] }] }, func2 = codePointLength, pattern0 = /^[A-Za-z0-9_-]+$/u;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  const _errs1 = errors;
  let valid0 = !1, passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data) && data.orderId === void 0) {
    const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  var _valid0 = _errs2 === errors;
  _valid0 && (valid0 = !0, passing0 = 0);
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data) && data.localId === void 0) {
    const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "localId" }, message: "must have required property 'localId'" };
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
    data.status === void 0 && (data.status = "created"), data.limit === void 0 && (data.limit = 20);
    for (const key0 in data)
      if (!(key0 === "orderId" || key0 === "localId" || key0 === "status" || key0 === "cursor" || key0 === "limit")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    data.limit !== void 0 && (data.limit = numberOfText(data.limit)), data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.localId !== void 0 && (validateUuid(data.localId, { instancePath: instancePath + "/localId", parentData: data, parentDataProperty: "localId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length));
    let data2 = data.status;
    if (typeof data2 != "string") {
      const err4 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (!(data2 === "created" || data2 === "in_transit" || data2 === "out_for_delivery" || data2 === "delivered" || data2 === "returned" || data2 === "lost" || data2 === "cancelled")) {
      const err5 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema6.properties.status.enum }, message: "must be equal to one of the allowed values" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.cursor !== void 0) {
      let data3 = data.cursor;
      if (typeof data3 == "string") {
        if (func2(data3) > 2048) {
          const err6 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (func2(data3) < 1) {
          const err7 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (!pattern0.test(data3)) {
          const err8 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    let data4 = data.limit;
    if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
      const err10 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (typeof data4 == "number" && isFinite(data4)) {
      if (data4 > 50 || isNaN(data4)) {
        const err11 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (data4 < 1 || isNaN(data4)) {
        const err12 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
export const validateShipmentIdParams: Validator<{
  shipmentId: string;
}> = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.shipmentId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "shipmentId" }, message: "must have required property 'shipmentId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    data.shipmentId !== void 0 && (validateUuid(data.shipmentId, { instancePath: instancePath + "/shipmentId", parentData: data, parentDataProperty: "shipmentId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length));
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
export const validateCarrierMessage: Validator<CarrierMessage> = validate23;
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.status === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.status !== void 0) {
      let data0 = data.status;
      if (typeof data0 == "string") {
        if (func2(data0) > 100) {
          const err1 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        if (func2(data0) < 1) {
          const err2 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate23.errors = vErrors, errors === 0;
}
export const validateParcelReport: Validator<ParcelReport> = validate24;
const schema9 = { type: "object", required: ["status", "reference", "occurredAt"], additionalProperties: !0, properties: { status: { type: "string", enum: ["created", "in_transit", "out_for_delivery", "delivered", "returned", "lost"] }, reference: { $ref: "https://lonja.dev/openapi.yaml#/components/schemas/ParcelReference" }, location: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/location" }, occurredAt: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/timestamp" } } };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.status === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.reference === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reference" }, message: "must have required property 'reference'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.occurredAt === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "occurredAt" }, message: "must have required property 'occurredAt'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.status !== void 0) {
      let data0 = data.status;
      if (typeof data0 != "string") {
        const err3 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (!(data0 === "created" || data0 === "in_transit" || data0 === "out_for_delivery" || data0 === "delivered" || data0 === "returned" || data0 === "lost")) {
        const err4 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema9.properties.status.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    data.reference !== void 0 && (validateParcelReference(data.reference, { instancePath: instancePath + "/reference", parentData: data, parentDataProperty: "reference", rootData }) || (vErrors = vErrors === null ? validateParcelReference.errors : vErrors.concat(validateParcelReference.errors), errors = vErrors.length)), data.location !== void 0 && (validateLocation(data.location, { instancePath: instancePath + "/location", parentData: data, parentDataProperty: "location", rootData }) || (vErrors = vErrors === null ? validateLocation.errors : vErrors.concat(validateLocation.errors), errors = vErrors.length)), data.occurredAt !== void 0 && (validateTimestamp(data.occurredAt, { instancePath: instancePath + "/occurredAt", parentData: data, parentDataProperty: "occurredAt", rootData }) || (vErrors = vErrors === null ? validateTimestamp.errors : vErrors.concat(validateTimestamp.errors), errors = vErrors.length));
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
export const validateParcelReference: Validator<ParcelReference> = validate25;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.organizationId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "organizationId" }, message: "must have required property 'organizationId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.orderId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.parcelId === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "parcelId" }, message: "must have required property 'parcelId'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.organizationId !== void 0 && (validateUuid(data.organizationId, { instancePath: instancePath + "/organizationId", parentData: data, parentDataProperty: "organizationId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.parcelId !== void 0 && (validateUuid(data.parcelId, { instancePath: instancePath + "/parcelId", parentData: data, parentDataProperty: "parcelId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length));
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
export const validateShipmentIdParcelIdParams: Validator<{
  shipmentId: string;
  parcelId: string;
}> = validate26;
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.shipmentId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "shipmentId" }, message: "must have required property 'shipmentId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.parcelId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "parcelId" }, message: "must have required property 'parcelId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    data.shipmentId !== void 0 && (validateUuid(data.shipmentId, { instancePath: instancePath + "/shipmentId", parentData: data, parentDataProperty: "shipmentId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.parcelId !== void 0 && (validateUuid(data.parcelId, { instancePath: instancePath + "/parcelId", parentData: data, parentDataProperty: "parcelId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length));
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate26.errors = vErrors, errors === 0;
}
