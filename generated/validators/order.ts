// @ts-nocheck
// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import { validateOrderDraftLine, validateShipTo } from './rest.ts';
import { codePointLength, numberOfText } from './runtime.ts';
import { validateOrderNote, validatePaymentToken, validateReason, validateUuid } from './shared.ts';
import type { CancelOrder, OrderDraft, OrderStatus } from '../rest/types.ts';

export const validateOrderDraft: Validator<OrderDraft> = validate21;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.lines === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "lines" }, message: "must have required property 'lines'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.paymentMethod === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paymentMethod" }, message: "must have required property 'paymentMethod'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (const key0 in data)
      if (!(key0 === "lines" || key0 === "paymentMethod" || key0 === "shipTo" || key0 === "note" || key0 === "customerId")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.lines !== void 0) {
      let data0 = data.lines;
      if (Array.isArray(data0)) {
        if (data0.length > 50) {
          const err3 = { instancePath: instancePath + "/lines", schemaPath: "#/properties/lines/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (data0.length < 1) {
          const err4 = { instancePath: instancePath + "/lines", schemaPath: "#/properties/lines/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validateOrderDraftLine(data0[i0], { instancePath: instancePath + "/lines/" + i0, parentData: data0, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validateOrderDraftLine.errors : vErrors.concat(validateOrderDraftLine.errors), errors = vErrors.length);
      } else {
        const err5 = { instancePath: instancePath + "/lines", schemaPath: "#/properties/lines/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.paymentMethod !== void 0) {
      let data2 = data.paymentMethod;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.token === void 0) {
          const err6 = { instancePath: instancePath + "/paymentMethod", schemaPath: "#/properties/paymentMethod/required", keyword: "required", params: { missingProperty: "token" }, message: "must have required property 'token'" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        for (const key1 in data2)
          if (key1 !== "token") {
            const err7 = { instancePath: instancePath + "/paymentMethod", schemaPath: "#/properties/paymentMethod/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        data2.token !== void 0 && (validatePaymentToken(data2.token, { instancePath: instancePath + "/paymentMethod/token", parentData: data2, parentDataProperty: "token", rootData }) || (vErrors = vErrors === null ? validatePaymentToken.errors : vErrors.concat(validatePaymentToken.errors), errors = vErrors.length));
      } else {
        const err8 = { instancePath: instancePath + "/paymentMethod", schemaPath: "#/properties/paymentMethod/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    data.shipTo !== void 0 && (validateShipTo(data.shipTo, { instancePath: instancePath + "/shipTo", parentData: data, parentDataProperty: "shipTo", rootData }) || (vErrors = vErrors === null ? validateShipTo.errors : vErrors.concat(validateShipTo.errors), errors = vErrors.length)), data.note !== void 0 && (validateOrderNote(data.note, { instancePath: instancePath + "/note", parentData: data, parentDataProperty: "note", rootData }) || (vErrors = vErrors === null ? validateOrderNote.errors : vErrors.concat(validateOrderNote.errors), errors = vErrors.length)), data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length));
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
export const validateLocalIdStatusFromToCursorLimitQuery: Validator<{
  localId?: string;
  status?: OrderStatus;
  from?: string;
  to?: string;
  cursor?: string;
  limit: number;
}> = validate22;
const func2 = codePointLength, pattern0 = /^[A-Za-z0-9_-]+$/u;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    data.limit === void 0 && (data.limit = 20);
    for (const key0 in data)
      if (!(key0 === "localId" || key0 === "status" || key0 === "from" || key0 === "to" || key0 === "cursor" || key0 === "limit")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.limit !== void 0 && (data.limit = numberOfText(data.limit)), data.localId !== void 0 && (validateUuid(data.localId, { instancePath: instancePath + "/localId", parentData: data, parentDataProperty: "localId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.status !== void 0 && (validateOrderStatus(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData }) || (vErrors = vErrors === null ? validateOrderStatus.errors : vErrors.concat(validateOrderStatus.errors), errors = vErrors.length)), data.from !== void 0 && (validateDayOrInstant(data.from, { instancePath: instancePath + "/from", parentData: data, parentDataProperty: "from", rootData }) || (vErrors = vErrors === null ? validateDayOrInstant.errors : vErrors.concat(validateDayOrInstant.errors), errors = vErrors.length)), data.to !== void 0 && (validateDayOrInstant(data.to, { instancePath: instancePath + "/to", parentData: data, parentDataProperty: "to", rootData }) || (vErrors = vErrors === null ? validateDayOrInstant.errors : vErrors.concat(validateDayOrInstant.errors), errors = vErrors.length)), data.cursor !== void 0) {
      let data4 = data.cursor;
      if (typeof data4 == "string") {
        if (func2(data4) > 2048) {
          const err1 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        if (func2(data4) < 1) {
          const err2 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (!pattern0.test(data4)) {
          const err3 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    let data5 = data.limit;
    if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
      const err5 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (typeof data5 == "number" && isFinite(data5)) {
      if (data5 > 50 || isNaN(data5)) {
        const err6 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (data5 < 1 || isNaN(data5)) {
        const err7 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
export const validateOrderStatus: Validator<OrderStatus> = validate23;
const schema8 = { type: "string", enum: ["pending", "confirmed", "shipped", "delivered", "cancelling", "cancelled"] };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  if (!(data === "pending" || data === "confirmed" || data === "shipped" || data === "delivered" || data === "cancelling" || data === "cancelled")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema8.enum }, message: "must be equal to one of the allowed values" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate23.errors = vErrors, errors === 0;
}
export const validateDayOrInstant: Validator<string> = validate24;
const pattern1 = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,3})?Z)?$/u;
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data == "string") {
    if (func2(data) > 24) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 24 }, message: "must NOT have more than 24 characters" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (!pattern1.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?Z)?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?Z)?$"' };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
export const validateOrderIdParams: Validator<{
  orderId: string;
}> = validate25;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orderId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length));
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
export const validateCancelOrder: Validator<CancelOrder> = validate26;
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (key0 !== "reason") {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.reason !== void 0 && (validateReason(data.reason, { instancePath: instancePath + "/reason", parentData: data, parentDataProperty: "reason", rootData }) || (vErrors = vErrors === null ? validateReason.errors : vErrors.concat(validateReason.errors), errors = vErrors.length));
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate26.errors = vErrors, errors === 0;
}
