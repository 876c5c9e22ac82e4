// @ts-nocheck
// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import { codePointLength } from '../validators/runtime.ts';
import { validateAttempt, validateCausationId, validateCorrelationId, validateMoney, validateOrderLines, validatePaymentMethod, validateReason, validateTimestamp, validateTraceparent, validateUuid } from '../validators/shared.ts';
import type { AskOrder, ChargeOrder, SagaOrder } from './types.ts';

export const validateAskOrder: Validator<AskOrder> = validate21;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  if (validateSagaOrder(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validateSagaOrder.errors : vErrors.concat(validateSagaOrder.errors), errors = vErrors.length), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.attempt === void 0) {
      const err1 = { instancePath, schemaPath: "#/allOf/1/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    data.attempt !== void 0 && (validateAttempt(data.attempt, { instancePath: instancePath + "/attempt", parentData: data, parentDataProperty: "attempt", rootData }) || (vErrors = vErrors === null ? validateAttempt.errors : vErrors.concat(validateAttempt.errors), errors = vErrors.length));
  } else {
    const err2 = { instancePath, schemaPath: "#/allOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
export const validateSagaOrder: Validator<SagaOrder> = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orderId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.organizationId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "organizationId" }, message: "must have required property 'organizationId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.customerId === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.lines === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "lines" }, message: "must have required property 'lines'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.totalAmount === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "totalAmount" }, message: "must have required property 'totalAmount'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.paymentMethod === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paymentMethod" }, message: "must have required property 'paymentMethod'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.correlationId === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "correlationId" }, message: "must have required property 'correlationId'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.traceparent === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "traceparent" }, message: "must have required property 'traceparent'" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.causationId === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "causationId" }, message: "must have required property 'causationId'" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.organizationId !== void 0 && (validateUuid(data.organizationId, { instancePath: instancePath + "/organizationId", parentData: data, parentDataProperty: "organizationId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.lines !== void 0 && (validateOrderLines(data.lines, { instancePath: instancePath + "/lines", parentData: data, parentDataProperty: "lines", rootData }) || (vErrors = vErrors === null ? validateOrderLines.errors : vErrors.concat(validateOrderLines.errors), errors = vErrors.length)), data.totalAmount !== void 0 && (validateMoney(data.totalAmount, { instancePath: instancePath + "/totalAmount", parentData: data, parentDataProperty: "totalAmount", rootData }) || (vErrors = vErrors === null ? validateMoney.errors : vErrors.concat(validateMoney.errors), errors = vErrors.length)), data.paymentMethod !== void 0 && (validatePaymentMethod(data.paymentMethod, { instancePath: instancePath + "/paymentMethod", parentData: data, parentDataProperty: "paymentMethod", rootData }) || (vErrors = vErrors === null ? validatePaymentMethod.errors : vErrors.concat(validatePaymentMethod.errors), errors = vErrors.length)), data.correlationId !== void 0 && (validateCorrelationId(data.correlationId, { instancePath: instancePath + "/correlationId", parentData: data, parentDataProperty: "correlationId", rootData }) || (vErrors = vErrors === null ? validateCorrelationId.errors : vErrors.concat(validateCorrelationId.errors), errors = vErrors.length)), data.traceparent !== void 0 && (validateTraceparent(data.traceparent, { instancePath: instancePath + "/traceparent", parentData: data, parentDataProperty: "traceparent", rootData }) || (vErrors = vErrors === null ? validateTraceparent.errors : vErrors.concat(validateTraceparent.errors), errors = vErrors.length)), data.causationId !== void 0 && (validateCausationId(data.causationId, { instancePath: instancePath + "/causationId", parentData: data, parentDataProperty: "causationId", rootData }) || (vErrors = vErrors === null ? validateCausationId.errors : vErrors.concat(validateCausationId.errors), errors = vErrors.length)), data.reason !== void 0 && (validateReason(data.reason, { instancePath: instancePath + "/reason", parentData: data, parentDataProperty: "reason", rootData }) || (vErrors = vErrors === null ? validateReason.errors : vErrors.concat(validateReason.errors), errors = vErrors.length)), data.paymentId !== void 0 && (validateUuid(data.paymentId, { instancePath: instancePath + "/paymentId", parentData: data, parentDataProperty: "paymentId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length));
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
export const validateChargeOrder: Validator<ChargeOrder> = validate23;
const func2 = codePointLength;
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  if (validateSagaOrder(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validateSagaOrder.errors : vErrors.concat(validateSagaOrder.errors), errors = vErrors.length), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.attempt === void 0) {
      const err1 = { instancePath, schemaPath: "#/allOf/1/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.taskToken === void 0) {
      const err2 = { instancePath, schemaPath: "#/allOf/1/required", keyword: "required", params: { missingProperty: "taskToken" }, message: "must have required property 'taskToken'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.enteredAt === void 0) {
      const err3 = { instancePath, schemaPath: "#/allOf/1/required", keyword: "required", params: { missingProperty: "enteredAt" }, message: "must have required property 'enteredAt'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.retryCount === void 0) {
      const err4 = { instancePath, schemaPath: "#/allOf/1/required", keyword: "required", params: { missingProperty: "retryCount" }, message: "must have required property 'retryCount'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.attempt !== void 0 && (validateAttempt(data.attempt, { instancePath: instancePath + "/attempt", parentData: data, parentDataProperty: "attempt", rootData }) || (vErrors = vErrors === null ? validateAttempt.errors : vErrors.concat(validateAttempt.errors), errors = vErrors.length)), data.taskToken !== void 0) {
      let data1 = data.taskToken;
      if (typeof data1 == "string") {
        if (func2(data1) > 2048) {
          const err5 = { instancePath: instancePath + "/taskToken", schemaPath: "#/allOf/1/properties/taskToken/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (func2(data1) < 1) {
          const err6 = { instancePath: instancePath + "/taskToken", schemaPath: "#/allOf/1/properties/taskToken/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/taskToken", schemaPath: "#/allOf/1/properties/taskToken/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.enteredAt !== void 0 && (validateTimestamp(data.enteredAt, { instancePath: instancePath + "/enteredAt", parentData: data, parentDataProperty: "enteredAt", rootData }) || (vErrors = vErrors === null ? validateTimestamp.errors : vErrors.concat(validateTimestamp.errors), errors = vErrors.length)), data.retryCount !== void 0) {
      let data3 = data.retryCount;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
        const err8 = { instancePath: instancePath + "/retryCount", schemaPath: "#/allOf/1/properties/retryCount/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 100 || isNaN(data3)) {
          const err9 = { instancePath: instancePath + "/retryCount", schemaPath: "#/allOf/1/properties/retryCount/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err10 = { instancePath: instancePath + "/retryCount", schemaPath: "#/allOf/1/properties/retryCount/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/allOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate23.errors = vErrors, errors === 0;
}
