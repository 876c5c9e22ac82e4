// @ts-nocheck
// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import { codePointLength } from '../validators/runtime.ts';
import { validateAttempt, validateCausationId, validateCorrelationId, validateEmail, validateLocalIds, validateMoney, validateName, validateOrderLines, validatePaymentMethod, validatePermissions, validateProductQuantity, validateQuantity, validateReason, validateRoles, validateStockCount, validateTimestamp, validateTraceparent, validateUuid } from '../validators/shared.ts';
import type { DomainEvent, LocalCreated, LowStockWarning, NotificationSent, OrderCancellationRequested, OrderCancelled, OrderConfirmed, OrderCreated, PaymentCompleted, PaymentFailed, PaymentInitiated, PaymentRefunded, PaymentReversalRequested, PermissionsChanged, ProductCreated, ShipmentCancelled, StockReleased, StockReservationFailed, StockReserved, StockUpdated, UserDeactivated, UserRegistered } from './types.ts';

export const validateDomainEvent: Validator<DomainEvent> = validate21;
const func2 = codePointLength, pattern0 = /^[A-Z][A-Za-z0-9]+$/u;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.eventId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "eventId" }, message: "must have required property 'eventId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.eventType === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "eventType" }, message: "must have required property 'eventType'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.aggregateId === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "aggregateId" }, message: "must have required property 'aggregateId'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.eventVersion === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "eventVersion" }, message: "must have required property 'eventVersion'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.occurredOn === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "occurredOn" }, message: "must have required property 'occurredOn'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.eventData === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "eventData" }, message: "must have required property 'eventData'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.metadata === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" }, message: "must have required property 'metadata'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.eventId !== void 0 && (validateUuid(data.eventId, { instancePath: instancePath + "/eventId", parentData: data, parentDataProperty: "eventId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.eventType !== void 0) {
      let data1 = data.eventType;
      if (typeof data1 == "string") {
        if (func2(data1) > 100) {
          const err7 = { instancePath: instancePath + "/eventType", schemaPath: "#/properties/eventType/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (!pattern0.test(data1)) {
          const err8 = { instancePath: instancePath + "/eventType", schemaPath: "#/properties/eventType/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Za-z0-9]+$" }, message: 'must match pattern "^[A-Z][A-Za-z0-9]+$"' };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/eventType", schemaPath: "#/properties/eventType/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.aggregateId !== void 0 && (validateUuid(data.aggregateId, { instancePath: instancePath + "/aggregateId", parentData: data, parentDataProperty: "aggregateId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.eventVersion !== void 0) {
      let data3 = data.eventVersion;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
        const err10 = { instancePath: instancePath + "/eventVersion", schemaPath: "#/properties/eventVersion/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 1e3 || isNaN(data3)) {
          const err11 = { instancePath: instancePath + "/eventVersion", schemaPath: "#/properties/eventVersion/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          const err12 = { instancePath: instancePath + "/eventVersion", schemaPath: "#/properties/eventVersion/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      }
    }
    if (data.occurredOn !== void 0 && (validateTimestamp(data.occurredOn, { instancePath: instancePath + "/occurredOn", parentData: data, parentDataProperty: "occurredOn", rootData }) || (vErrors = vErrors === null ? validateTimestamp.errors : vErrors.concat(validateTimestamp.errors), errors = vErrors.length)), data.eventData !== void 0) {
      let data5 = data.eventData;
      if (!(data5 && typeof data5 == "object" && !Array.isArray(data5))) {
        const err13 = { instancePath: instancePath + "/eventData", schemaPath: "#/properties/eventData/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data6 = data.metadata;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.correlationId === void 0) {
          const err14 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "correlationId" }, message: "must have required property 'correlationId'" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data6.causationId === void 0) {
          const err15 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "causationId" }, message: "must have required property 'causationId'" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
        if (data6.organizationId === void 0) {
          const err16 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "organizationId" }, message: "must have required property 'organizationId'" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
        if (data6.traceparent === void 0) {
          const err17 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "traceparent" }, message: "must have required property 'traceparent'" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
        if (data6.aggregateVersion === void 0) {
          const err18 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "aggregateVersion" }, message: "must have required property 'aggregateVersion'" };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
        if (data6.correlationId !== void 0 && (validateCorrelationId(data6.correlationId, { instancePath: instancePath + "/metadata/correlationId", parentData: data6, parentDataProperty: "correlationId", rootData }) || (vErrors = vErrors === null ? validateCorrelationId.errors : vErrors.concat(validateCorrelationId.errors), errors = vErrors.length)), data6.causationId !== void 0 && (validateCausationId(data6.causationId, { instancePath: instancePath + "/metadata/causationId", parentData: data6, parentDataProperty: "causationId", rootData }) || (vErrors = vErrors === null ? validateCausationId.errors : vErrors.concat(validateCausationId.errors), errors = vErrors.length)), data6.organizationId !== void 0 && (validateUuid(data6.organizationId, { instancePath: instancePath + "/metadata/organizationId", parentData: data6, parentDataProperty: "organizationId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data6.userId !== void 0 && (validateUuid(data6.userId, { instancePath: instancePath + "/metadata/userId", parentData: data6, parentDataProperty: "userId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data6.traceparent !== void 0 && (validateTraceparent(data6.traceparent, { instancePath: instancePath + "/metadata/traceparent", parentData: data6, parentDataProperty: "traceparent", rootData }) || (vErrors = vErrors === null ? validateTraceparent.errors : vErrors.concat(validateTraceparent.errors), errors = vErrors.length)), data6.aggregateVersion !== void 0) {
          let data12 = data6.aggregateVersion;
          if (!(typeof data12 == "number" && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
            const err19 = { instancePath: instancePath + "/metadata/aggregateVersion", schemaPath: "#/properties/metadata/properties/aggregateVersion/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
          if (typeof data12 == "number" && isFinite(data12)) {
            if (data12 > 9007199254740991 || isNaN(data12)) {
              const err20 = { instancePath: instancePath + "/metadata/aggregateVersion", schemaPath: "#/properties/metadata/properties/aggregateVersion/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
            if (data12 < 1 || isNaN(data12)) {
              const err21 = { instancePath: instancePath + "/metadata/aggregateVersion", schemaPath: "#/properties/metadata/properties/aggregateVersion/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
  } else {
    const err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
export const validateLocalCreated: Validator<LocalCreated> = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.localId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "localId" }, message: "must have required property 'localId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.name === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    data.localId !== void 0 && (validateUuid(data.localId, { instancePath: instancePath + "/localId", parentData: data, parentDataProperty: "localId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.name !== void 0 && (validateName(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData }) || (vErrors = vErrors === null ? validateName.errors : vErrors.concat(validateName.errors), errors = vErrors.length));
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
export const validatePermissionsChanged: Validator<PermissionsChanged> = validate23;
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.userId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "userId" }, message: "must have required property 'userId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.roles === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "roles" }, message: "must have required property 'roles'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.permissions === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "permissions" }, message: "must have required property 'permissions'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.localIds === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "localIds" }, message: "must have required property 'localIds'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    data.userId !== void 0 && (validateUuid(data.userId, { instancePath: instancePath + "/userId", parentData: data, parentDataProperty: "userId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.roles !== void 0 && (validateRoles(data.roles, { instancePath: instancePath + "/roles", parentData: data, parentDataProperty: "roles", rootData }) || (vErrors = vErrors === null ? validateRoles.errors : vErrors.concat(validateRoles.errors), errors = vErrors.length)), data.permissions !== void 0 && (validatePermissions(data.permissions, { instancePath: instancePath + "/permissions", parentData: data, parentDataProperty: "permissions", rootData }) || (vErrors = vErrors === null ? validatePermissions.errors : vErrors.concat(validatePermissions.errors), errors = vErrors.length)), data.localIds !== void 0 && (validateLocalIds(data.localIds, { instancePath: instancePath + "/localIds", parentData: data, parentDataProperty: "localIds", rootData }) || (vErrors = vErrors === null ? validateLocalIds.errors : vErrors.concat(validateLocalIds.errors), errors = vErrors.length));
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  }
  return validate23.errors = vErrors, errors === 0;
}
export const validateUserDeactivated: Validator<UserDeactivated> = validate24;
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.userId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "userId" }, message: "must have required property 'userId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.deactivatedAt === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deactivatedAt" }, message: "must have required property 'deactivatedAt'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    data.userId !== void 0 && (validateUuid(data.userId, { instancePath: instancePath + "/userId", parentData: data, parentDataProperty: "userId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.deactivatedAt !== void 0 && (validateTimestamp(data.deactivatedAt, { instancePath: instancePath + "/deactivatedAt", parentData: data, parentDataProperty: "deactivatedAt", rootData }) || (vErrors = vErrors === null ? validateTimestamp.errors : vErrors.concat(validateTimestamp.errors), errors = vErrors.length));
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
export const validateUserRegistered: Validator<UserRegistered> = validate25;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.userId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "userId" }, message: "must have required property 'userId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.email === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.name === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.roles === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "roles" }, message: "must have required property 'roles'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.registeredAt === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "registeredAt" }, message: "must have required property 'registeredAt'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    data.userId !== void 0 && (validateUuid(data.userId, { instancePath: instancePath + "/userId", parentData: data, parentDataProperty: "userId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.email !== void 0 && (validateEmail(data.email, { instancePath: instancePath + "/email", parentData: data, parentDataProperty: "email", rootData }) || (vErrors = vErrors === null ? validateEmail.errors : vErrors.concat(validateEmail.errors), errors = vErrors.length)), data.name !== void 0 && (validateName(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData }) || (vErrors = vErrors === null ? validateName.errors : vErrors.concat(validateName.errors), errors = vErrors.length)), data.roles !== void 0 && (validateRoles(data.roles, { instancePath: instancePath + "/roles", parentData: data, parentDataProperty: "roles", rootData }) || (vErrors = vErrors === null ? validateRoles.errors : vErrors.concat(validateRoles.errors), errors = vErrors.length)), data.permissions !== void 0 && (validatePermissions(data.permissions, { instancePath: instancePath + "/permissions", parentData: data, parentDataProperty: "permissions", rootData }) || (vErrors = vErrors === null ? validatePermissions.errors : vErrors.concat(validatePermissions.errors), errors = vErrors.length)), data.registeredAt !== void 0 && (validateTimestamp(data.registeredAt, { instancePath: instancePath + "/registeredAt", parentData: data, parentDataProperty: "registeredAt", rootData }) || (vErrors = vErrors === null ? validateTimestamp.errors : vErrors.concat(validateTimestamp.errors), errors = vErrors.length));
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
export const validateProductCreated: Validator<ProductCreated> = validate26;
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.productId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "productId" }, message: "must have required property 'productId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.localId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "localId" }, message: "must have required property 'localId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.name === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.category === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "category" }, message: "must have required property 'category'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.price === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "price" }, message: "must have required property 'price'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.initialStock === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "initialStock" }, message: "must have required property 'initialStock'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.lowStockThreshold === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "lowStockThreshold" }, message: "must have required property 'lowStockThreshold'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.productId !== void 0 && (validateUuid(data.productId, { instancePath: instancePath + "/productId", parentData: data, parentDataProperty: "productId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.localId !== void 0 && (validateUuid(data.localId, { instancePath: instancePath + "/localId", parentData: data, parentDataProperty: "localId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.name !== void 0 && (validateName(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData }) || (vErrors = vErrors === null ? validateName.errors : vErrors.concat(validateName.errors), errors = vErrors.length)), data.category !== void 0) {
      let data3 = data.category;
      if (typeof data3 == "string") {
        if (func2(data3) > 100) {
          const err7 = { instancePath: instancePath + "/category", schemaPath: "#/properties/category/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (func2(data3) < 1) {
          const err8 = { instancePath: instancePath + "/category", schemaPath: "#/properties/category/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/category", schemaPath: "#/properties/category/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    data.price !== void 0 && (validateMoney(data.price, { instancePath: instancePath + "/price", parentData: data, parentDataProperty: "price", rootData }) || (vErrors = vErrors === null ? validateMoney.errors : vErrors.concat(validateMoney.errors), errors = vErrors.length)), data.initialStock !== void 0 && (validateStockCount(data.initialStock, { instancePath: instancePath + "/initialStock", parentData: data, parentDataProperty: "initialStock", rootData }) || (vErrors = vErrors === null ? validateStockCount.errors : vErrors.concat(validateStockCount.errors), errors = vErrors.length)), data.lowStockThreshold !== void 0 && (validateStockCount(data.lowStockThreshold, { instancePath: instancePath + "/lowStockThreshold", parentData: data, parentDataProperty: "lowStockThreshold", rootData }) || (vErrors = vErrors === null ? validateStockCount.errors : vErrors.concat(validateStockCount.errors), errors = vErrors.length));
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate26.errors = vErrors, errors === 0;
}
export const validateLowStockWarning: Validator<LowStockWarning> = validate27;
const schema12 = { "x-version": 1, type: "object", required: ["productId", "currentStock", "threshold", "urgencyLevel"], properties: { productId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" }, localId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" }, productName: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/name" }, currentStock: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/stockCount" }, threshold: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/stockCount" }, urgencyLevel: { type: "string", enum: ["medium", "critical"] } } };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.productId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "productId" }, message: "must have required property 'productId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.currentStock === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currentStock" }, message: "must have required property 'currentStock'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.threshold === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "threshold" }, message: "must have required property 'threshold'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.urgencyLevel === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "urgencyLevel" }, message: "must have required property 'urgencyLevel'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.productId !== void 0 && (validateUuid(data.productId, { instancePath: instancePath + "/productId", parentData: data, parentDataProperty: "productId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.localId !== void 0 && (validateUuid(data.localId, { instancePath: instancePath + "/localId", parentData: data, parentDataProperty: "localId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.productName !== void 0 && (validateName(data.productName, { instancePath: instancePath + "/productName", parentData: data, parentDataProperty: "productName", rootData }) || (vErrors = vErrors === null ? validateName.errors : vErrors.concat(validateName.errors), errors = vErrors.length)), data.currentStock !== void 0 && (validateStockCount(data.currentStock, { instancePath: instancePath + "/currentStock", parentData: data, parentDataProperty: "currentStock", rootData }) || (vErrors = vErrors === null ? validateStockCount.errors : vErrors.concat(validateStockCount.errors), errors = vErrors.length)), data.threshold !== void 0 && (validateStockCount(data.threshold, { instancePath: instancePath + "/threshold", parentData: data, parentDataProperty: "threshold", rootData }) || (vErrors = vErrors === null ? validateStockCount.errors : vErrors.concat(validateStockCount.errors), errors = vErrors.length)), data.urgencyLevel !== void 0) {
      let data5 = data.urgencyLevel;
      if (typeof data5 != "string") {
        const err4 = { instancePath: instancePath + "/urgencyLevel", schemaPath: "#/properties/urgencyLevel/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (!(data5 === "medium" || data5 === "critical")) {
        const err5 = { instancePath: instancePath + "/urgencyLevel", schemaPath: "#/properties/urgencyLevel/enum", keyword: "enum", params: { allowedValues: schema12.properties.urgencyLevel.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate27.errors = vErrors, errors === 0;
}
export const validateStockReleased: Validator<StockReleased> = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orderId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.releases === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "releases" }, message: "must have required property 'releases'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.releases !== void 0) {
      let data1 = data.releases;
      if (Array.isArray(data1)) {
        if (data1.length > 50) {
          const err2 = { instancePath: instancePath + "/releases", schemaPath: "#/properties/releases/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data1.length < 1) {
          const err3 = { instancePath: instancePath + "/releases", schemaPath: "#/properties/releases/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++)
          validateProductQuantity(data1[i0], { instancePath: instancePath + "/releases/" + i0, parentData: data1, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validateProductQuantity.errors : vErrors.concat(validateProductQuantity.errors), errors = vErrors.length);
      } else {
        const err4 = { instancePath: instancePath + "/releases", schemaPath: "#/properties/releases/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate28.errors = vErrors, errors === 0;
}
export const validateStockReservationFailed: Validator<StockReservationFailed> = validate29;
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orderId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.reason === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.failedItems === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "failedItems" }, message: "must have required property 'failedItems'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.reason !== void 0 && (validateReason(data.reason, { instancePath: instancePath + "/reason", parentData: data, parentDataProperty: "reason", rootData }) || (vErrors = vErrors === null ? validateReason.errors : vErrors.concat(validateReason.errors), errors = vErrors.length)), data.failedItems !== void 0) {
      let data2 = data.failedItems;
      if (Array.isArray(data2)) {
        if (data2.length > 50) {
          const err3 = { instancePath: instancePath + "/failedItems", schemaPath: "#/properties/failedItems/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        if (data2.length < 1) {
          const err4 = { instancePath: instancePath + "/failedItems", schemaPath: "#/properties/failedItems/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.productId === void 0) {
              const err5 = { instancePath: instancePath + "/failedItems/" + i0, schemaPath: "#/properties/failedItems/items/required", keyword: "required", params: { missingProperty: "productId" }, message: "must have required property 'productId'" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (data3.requestedQuantity === void 0) {
              const err6 = { instancePath: instancePath + "/failedItems/" + i0, schemaPath: "#/properties/failedItems/items/required", keyword: "required", params: { missingProperty: "requestedQuantity" }, message: "must have required property 'requestedQuantity'" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
            if (data3.availableQuantity === void 0) {
              const err7 = { instancePath: instancePath + "/failedItems/" + i0, schemaPath: "#/properties/failedItems/items/required", keyword: "required", params: { missingProperty: "availableQuantity" }, message: "must have required property 'availableQuantity'" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
            data3.productId !== void 0 && (validateUuid(data3.productId, { instancePath: instancePath + "/failedItems/" + i0 + "/productId", parentData: data3, parentDataProperty: "productId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data3.requestedQuantity !== void 0 && (validateQuantity(data3.requestedQuantity, { instancePath: instancePath + "/failedItems/" + i0 + "/requestedQuantity", parentData: data3, parentDataProperty: "requestedQuantity", rootData }) || (vErrors = vErrors === null ? validateQuantity.errors : vErrors.concat(validateQuantity.errors), errors = vErrors.length)), data3.availableQuantity !== void 0 && (validateStockCount(data3.availableQuantity, { instancePath: instancePath + "/failedItems/" + i0 + "/availableQuantity", parentData: data3, parentDataProperty: "availableQuantity", rootData }) || (vErrors = vErrors === null ? validateStockCount.errors : vErrors.concat(validateStockCount.errors), errors = vErrors.length));
          } else {
            const err8 = { instancePath: instancePath + "/failedItems/" + i0, schemaPath: "#/properties/failedItems/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/failedItems", schemaPath: "#/properties/failedItems/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate29.errors = vErrors, errors === 0;
}
export const validateStockReserved: Validator<StockReserved> = validate30;
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orderId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.reservations === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reservations" }, message: "must have required property 'reservations'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.reservations !== void 0) {
      let data1 = data.reservations;
      if (Array.isArray(data1)) {
        if (data1.length > 50) {
          const err2 = { instancePath: instancePath + "/reservations", schemaPath: "#/properties/reservations/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data1.length < 1) {
          const err3 = { instancePath: instancePath + "/reservations", schemaPath: "#/properties/reservations/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++)
          validateProductQuantity(data1[i0], { instancePath: instancePath + "/reservations/" + i0, parentData: data1, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validateProductQuantity.errors : vErrors.concat(validateProductQuantity.errors), errors = vErrors.length);
      } else {
        const err4 = { instancePath: instancePath + "/reservations", schemaPath: "#/properties/reservations/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate30.errors = vErrors, errors === 0;
}
export const validateStockUpdated: Validator<StockUpdated> = validate31;
const schema16 = { "x-version": 1, type: "object", required: ["productId", "previousQuantity", "currentQuantity", "reason"], properties: { productId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" }, previousQuantity: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/stockCount" }, currentQuantity: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/stockCount" }, reason: { type: "string", enum: ["initial", "adjusted", "reserved", "released"] }, note: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/reason" } } };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.productId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "productId" }, message: "must have required property 'productId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.previousQuantity === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "previousQuantity" }, message: "must have required property 'previousQuantity'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.currentQuantity === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currentQuantity" }, message: "must have required property 'currentQuantity'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.reason === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.productId !== void 0 && (validateUuid(data.productId, { instancePath: instancePath + "/productId", parentData: data, parentDataProperty: "productId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.previousQuantity !== void 0 && (validateStockCount(data.previousQuantity, { instancePath: instancePath + "/previousQuantity", parentData: data, parentDataProperty: "previousQuantity", rootData }) || (vErrors = vErrors === null ? validateStockCount.errors : vErrors.concat(validateStockCount.errors), errors = vErrors.length)), data.currentQuantity !== void 0 && (validateStockCount(data.currentQuantity, { instancePath: instancePath + "/currentQuantity", parentData: data, parentDataProperty: "currentQuantity", rootData }) || (vErrors = vErrors === null ? validateStockCount.errors : vErrors.concat(validateStockCount.errors), errors = vErrors.length)), data.reason !== void 0) {
      let data3 = data.reason;
      if (typeof data3 != "string") {
        const err4 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (!(data3 === "initial" || data3 === "adjusted" || data3 === "reserved" || data3 === "released")) {
        const err5 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/enum", keyword: "enum", params: { allowedValues: schema16.properties.reason.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    data.note !== void 0 && (validateReason(data.note, { instancePath: instancePath + "/note", parentData: data, parentDataProperty: "note", rootData }) || (vErrors = vErrors === null ? validateReason.errors : vErrors.concat(validateReason.errors), errors = vErrors.length));
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate31.errors = vErrors, errors === 0;
}
export const validateOrderCancellationRequested: Validator<OrderCancellationRequested> = validate32;
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orderId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.customerId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.totalAmount === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "totalAmount" }, message: "must have required property 'totalAmount'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.requestedAt === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requestedAt" }, message: "must have required property 'requestedAt'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.reason === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.totalAmount !== void 0 && (validateMoney(data.totalAmount, { instancePath: instancePath + "/totalAmount", parentData: data, parentDataProperty: "totalAmount", rootData }) || (vErrors = vErrors === null ? validateMoney.errors : vErrors.concat(validateMoney.errors), errors = vErrors.length)), data.requestedAt !== void 0 && (validateTimestamp(data.requestedAt, { instancePath: instancePath + "/requestedAt", parentData: data, parentDataProperty: "requestedAt", rootData }) || (vErrors = vErrors === null ? validateTimestamp.errors : vErrors.concat(validateTimestamp.errors), errors = vErrors.length)), data.reason !== void 0 && (validateReason(data.reason, { instancePath: instancePath + "/reason", parentData: data, parentDataProperty: "reason", rootData }) || (vErrors = vErrors === null ? validateReason.errors : vErrors.concat(validateReason.errors), errors = vErrors.length));
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate32.errors = vErrors, errors === 0;
}
export const validateOrderCancelled: Validator<OrderCancelled> = validate33;
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orderId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.customerId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.totalAmount === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "totalAmount" }, message: "must have required property 'totalAmount'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.reason === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.cancelledAt === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "cancelledAt" }, message: "must have required property 'cancelledAt'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.totalAmount !== void 0 && (validateMoney(data.totalAmount, { instancePath: instancePath + "/totalAmount", parentData: data, parentDataProperty: "totalAmount", rootData }) || (vErrors = vErrors === null ? validateMoney.errors : vErrors.concat(validateMoney.errors), errors = vErrors.length)), data.reason !== void 0 && (validateReason(data.reason, { instancePath: instancePath + "/reason", parentData: data, parentDataProperty: "reason", rootData }) || (vErrors = vErrors === null ? validateReason.errors : vErrors.concat(validateReason.errors), errors = vErrors.length)), data.cancelledAt !== void 0 && (validateTimestamp(data.cancelledAt, { instancePath: instancePath + "/cancelledAt", parentData: data, parentDataProperty: "cancelledAt", rootData }) || (vErrors = vErrors === null ? validateTimestamp.errors : vErrors.concat(validateTimestamp.errors), errors = vErrors.length));
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate33.errors = vErrors, errors === 0;
}
export const validateOrderConfirmed: Validator<OrderConfirmed> = validate34;
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orderId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.customerId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.totalAmount === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "totalAmount" }, message: "must have required property 'totalAmount'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.paymentId === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paymentId" }, message: "must have required property 'paymentId'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.lines === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "lines" }, message: "must have required property 'lines'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.confirmedAt === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "confirmedAt" }, message: "must have required property 'confirmedAt'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.totalAmount !== void 0 && (validateMoney(data.totalAmount, { instancePath: instancePath + "/totalAmount", parentData: data, parentDataProperty: "totalAmount", rootData }) || (vErrors = vErrors === null ? validateMoney.errors : vErrors.concat(validateMoney.errors), errors = vErrors.length)), data.paymentId !== void 0 && (validateUuid(data.paymentId, { instancePath: instancePath + "/paymentId", parentData: data, parentDataProperty: "paymentId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.lines !== void 0 && (validateOrderLines(data.lines, { instancePath: instancePath + "/lines", parentData: data, parentDataProperty: "lines", rootData }) || (vErrors = vErrors === null ? validateOrderLines.errors : vErrors.concat(validateOrderLines.errors), errors = vErrors.length)), data.confirmedAt !== void 0 && (validateTimestamp(data.confirmedAt, { instancePath: instancePath + "/confirmedAt", parentData: data, parentDataProperty: "confirmedAt", rootData }) || (vErrors = vErrors === null ? validateTimestamp.errors : vErrors.concat(validateTimestamp.errors), errors = vErrors.length));
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate34.errors = vErrors, errors === 0;
}
export const validateOrderCreated: Validator<OrderCreated> = validate35;
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orderId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.customerId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.items === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.totalAmount === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "totalAmount" }, message: "must have required property 'totalAmount'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.paymentMethod === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paymentMethod" }, message: "must have required property 'paymentMethod'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.placedAt === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "placedAt" }, message: "must have required property 'placedAt'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.deadline === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deadline" }, message: "must have required property 'deadline'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.items !== void 0 && (validateOrderLines(data.items, { instancePath: instancePath + "/items", parentData: data, parentDataProperty: "items", rootData }) || (vErrors = vErrors === null ? validateOrderLines.errors : vErrors.concat(validateOrderLines.errors), errors = vErrors.length)), data.totalAmount !== void 0 && (validateMoney(data.totalAmount, { instancePath: instancePath + "/totalAmount", parentData: data, parentDataProperty: "totalAmount", rootData }) || (vErrors = vErrors === null ? validateMoney.errors : vErrors.concat(validateMoney.errors), errors = vErrors.length)), data.paymentMethod !== void 0 && (validatePaymentMethod(data.paymentMethod, { instancePath: instancePath + "/paymentMethod", parentData: data, parentDataProperty: "paymentMethod", rootData }) || (vErrors = vErrors === null ? validatePaymentMethod.errors : vErrors.concat(validatePaymentMethod.errors), errors = vErrors.length)), data.placedAt !== void 0 && (validateTimestamp(data.placedAt, { instancePath: instancePath + "/placedAt", parentData: data, parentDataProperty: "placedAt", rootData }) || (vErrors = vErrors === null ? validateTimestamp.errors : vErrors.concat(validateTimestamp.errors), errors = vErrors.length)), data.deadline !== void 0 && (validateTimestamp(data.deadline, { instancePath: instancePath + "/deadline", parentData: data, parentDataProperty: "deadline", rootData }) || (vErrors = vErrors === null ? validateTimestamp.errors : vErrors.concat(validateTimestamp.errors), errors = vErrors.length));
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate35.errors = vErrors, errors === 0;
}
export const validatePaymentCompleted: Validator<PaymentCompleted> = validate36;
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.paymentId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paymentId" }, message: "must have required property 'paymentId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.orderId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.customerId === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.attempt === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.transactionId === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "transactionId" }, message: "must have required property 'transactionId'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.amount === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" }, message: "must have required property 'amount'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.paymentId !== void 0 && (validateUuid(data.paymentId, { instancePath: instancePath + "/paymentId", parentData: data, parentDataProperty: "paymentId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.attempt !== void 0 && (validateAttempt(data.attempt, { instancePath: instancePath + "/attempt", parentData: data, parentDataProperty: "attempt", rootData }) || (vErrors = vErrors === null ? validateAttempt.errors : vErrors.concat(validateAttempt.errors), errors = vErrors.length)), data.transactionId !== void 0) {
      let data4 = data.transactionId;
      if (typeof data4 == "string") {
        if (func2(data4) > 200) {
          const err6 = { instancePath: instancePath + "/transactionId", schemaPath: "#/properties/transactionId/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (func2(data4) < 1) {
          const err7 = { instancePath: instancePath + "/transactionId", schemaPath: "#/properties/transactionId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/transactionId", schemaPath: "#/properties/transactionId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    data.amount !== void 0 && (validateMoney(data.amount, { instancePath: instancePath + "/amount", parentData: data, parentDataProperty: "amount", rootData }) || (vErrors = vErrors === null ? validateMoney.errors : vErrors.concat(validateMoney.errors), errors = vErrors.length));
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate36.errors = vErrors, errors === 0;
}
export const validatePaymentFailed: Validator<PaymentFailed> = validate37;
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.paymentId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paymentId" }, message: "must have required property 'paymentId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.orderId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.customerId === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.attempt === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.reason === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.retryable === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "retryable" }, message: "must have required property 'retryable'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.amount === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" }, message: "must have required property 'amount'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.paymentId !== void 0 && (validateUuid(data.paymentId, { instancePath: instancePath + "/paymentId", parentData: data, parentDataProperty: "paymentId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.attempt !== void 0 && (validateAttempt(data.attempt, { instancePath: instancePath + "/attempt", parentData: data, parentDataProperty: "attempt", rootData }) || (vErrors = vErrors === null ? validateAttempt.errors : vErrors.concat(validateAttempt.errors), errors = vErrors.length)), data.reason !== void 0 && (validateReason(data.reason, { instancePath: instancePath + "/reason", parentData: data, parentDataProperty: "reason", rootData }) || (vErrors = vErrors === null ? validateReason.errors : vErrors.concat(validateReason.errors), errors = vErrors.length)), data.retryable !== void 0 && typeof data.retryable != "boolean") {
      const err7 = { instancePath: instancePath + "/retryable", schemaPath: "#/properties/retryable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    data.amount !== void 0 && (validateMoney(data.amount, { instancePath: instancePath + "/amount", parentData: data, parentDataProperty: "amount", rootData }) || (vErrors = vErrors === null ? validateMoney.errors : vErrors.concat(validateMoney.errors), errors = vErrors.length));
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate37.errors = vErrors, errors === 0;
}
export const validatePaymentInitiated: Validator<PaymentInitiated> = validate38;
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.paymentId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paymentId" }, message: "must have required property 'paymentId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.orderId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.customerId === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.attempt === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.amount === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" }, message: "must have required property 'amount'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.method === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "method" }, message: "must have required property 'method'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.paymentId !== void 0 && (validateUuid(data.paymentId, { instancePath: instancePath + "/paymentId", parentData: data, parentDataProperty: "paymentId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.attempt !== void 0 && (validateAttempt(data.attempt, { instancePath: instancePath + "/attempt", parentData: data, parentDataProperty: "attempt", rootData }) || (vErrors = vErrors === null ? validateAttempt.errors : vErrors.concat(validateAttempt.errors), errors = vErrors.length)), data.amount !== void 0 && (validateMoney(data.amount, { instancePath: instancePath + "/amount", parentData: data, parentDataProperty: "amount", rootData }) || (vErrors = vErrors === null ? validateMoney.errors : vErrors.concat(validateMoney.errors), errors = vErrors.length)), data.method !== void 0) {
      let data5 = data.method;
      if (typeof data5 == "string") {
        if (func2(data5) > 50) {
          const err6 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (func2(data5) < 1) {
          const err7 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate38.errors = vErrors, errors === 0;
}
export const validatePaymentRefunded: Validator<PaymentRefunded> = validate39;
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.paymentId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paymentId" }, message: "must have required property 'paymentId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.orderId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.customerId === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.attempt === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.amount === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amount" }, message: "must have required property 'amount'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    data.paymentId !== void 0 && (validateUuid(data.paymentId, { instancePath: instancePath + "/paymentId", parentData: data, parentDataProperty: "paymentId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.attempt !== void 0 && (validateAttempt(data.attempt, { instancePath: instancePath + "/attempt", parentData: data, parentDataProperty: "attempt", rootData }) || (vErrors = vErrors === null ? validateAttempt.errors : vErrors.concat(validateAttempt.errors), errors = vErrors.length)), data.amount !== void 0 && (validateMoney(data.amount, { instancePath: instancePath + "/amount", parentData: data, parentDataProperty: "amount", rootData }) || (vErrors = vErrors === null ? validateMoney.errors : vErrors.concat(validateMoney.errors), errors = vErrors.length));
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate39.errors = vErrors, errors === 0;
}
export const validatePaymentReversalRequested: Validator<PaymentReversalRequested> = validate40;
const schema25 = { "x-version": 1, type: "object", required: ["paymentId", "orderId", "reason"], properties: { paymentId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" }, orderId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" }, reason: { type: "string", enum: ["closed", "stray-attempt", "second-charge"] } } };
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.paymentId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "paymentId" }, message: "must have required property 'paymentId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.orderId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.reason === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.paymentId !== void 0 && (validateUuid(data.paymentId, { instancePath: instancePath + "/paymentId", parentData: data, parentDataProperty: "paymentId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.reason !== void 0) {
      let data2 = data.reason;
      if (typeof data2 != "string") {
        const err3 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (!(data2 === "closed" || data2 === "stray-attempt" || data2 === "second-charge")) {
        const err4 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/enum", keyword: "enum", params: { allowedValues: schema25.properties.reason.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate40.errors = vErrors, errors === 0;
}
export const validateShipmentCancelled: Validator<ShipmentCancelled> = validate41;
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orderId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orderId" }, message: "must have required property 'orderId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.shipmentId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "shipmentId" }, message: "must have required property 'shipmentId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.reason === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.orderId !== void 0 && (validateUuid(data.orderId, { instancePath: instancePath + "/orderId", parentData: data, parentDataProperty: "orderId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.shipmentId !== void 0 && (validateUuid(data.shipmentId, { instancePath: instancePath + "/shipmentId", parentData: data, parentDataProperty: "shipmentId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.reason !== void 0 && (validateReason(data.reason, { instancePath: instancePath + "/reason", parentData: data, parentDataProperty: "reason", rootData }) || (vErrors = vErrors === null ? validateReason.errors : vErrors.concat(validateReason.errors), errors = vErrors.length));
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate41.errors = vErrors, errors === 0;
}
export const validateNotificationSent: Validator<NotificationSent> = validate42;
const schema27 = { "x-version": 1, type: "object", required: ["notificationId", "recipient", "type", "status", "subject", "aboutId"], properties: { notificationId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" }, recipient: { "x-sensitive": !0, $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/email" }, type: { type: "string", enum: ["email"] }, status: { type: "string", enum: ["sent", "failed"] }, subject: { type: "string", minLength: 1, maxLength: 300 }, aboutId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" } } };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.notificationId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "notificationId" }, message: "must have required property 'notificationId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.recipient === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "recipient" }, message: "must have required property 'recipient'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.type === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.status === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.subject === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" }, message: "must have required property 'subject'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.aboutId === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "aboutId" }, message: "must have required property 'aboutId'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.notificationId !== void 0 && (validateUuid(data.notificationId, { instancePath: instancePath + "/notificationId", parentData: data, parentDataProperty: "notificationId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.recipient !== void 0 && (validateEmail(data.recipient, { instancePath: instancePath + "/recipient", parentData: data, parentDataProperty: "recipient", rootData }) || (vErrors = vErrors === null ? validateEmail.errors : vErrors.concat(validateEmail.errors), errors = vErrors.length)), data.type !== void 0) {
      let data2 = data.type;
      if (typeof data2 != "string") {
        const err6 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (data2 !== "email") {
        const err7 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema27.properties.type.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.status !== void 0) {
      let data3 = data.status;
      if (typeof data3 != "string") {
        const err8 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
      if (!(data3 === "sent" || data3 === "failed")) {
        const err9 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema27.properties.status.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.subject !== void 0) {
      let data4 = data.subject;
      if (typeof data4 == "string") {
        if (func2(data4) > 300) {
          const err10 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/maxLength", keyword: "maxLength", params: { limit: 300 }, message: "must NOT have more than 300 characters" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (func2(data4) < 1) {
          const err11 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    data.aboutId !== void 0 && (validateUuid(data.aboutId, { instancePath: instancePath + "/aboutId", parentData: data, parentDataProperty: "aboutId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length));
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
  }
  return validate42.errors = vErrors, errors === 0;
}

import type { EventDataByType, EventType } from './types.ts';

/** Checks the data of an event, by the event's name. */
export const eventValidators: { readonly [Type in EventType]: Validator<EventDataByType[Type]> } = {
  'auth.local.created': validateLocalCreated,
  'auth.permissions.changed': validatePermissionsChanged,
  'auth.user.deactivated': validateUserDeactivated,
  'auth.user.registered': validateUserRegistered,
  'product.created': validateProductCreated,
  'inventory.low_stock': validateLowStockWarning,
  'inventory.released': validateStockReleased,
  'inventory.reservation.failed': validateStockReservationFailed,
  'inventory.reserved': validateStockReserved,
  'inventory.updated': validateStockUpdated,
  'order.cancellation.requested': validateOrderCancellationRequested,
  'order.cancelled': validateOrderCancelled,
  'order.confirmed': validateOrderConfirmed,
  'order.created': validateOrderCreated,
  'payment.completed': validatePaymentCompleted,
  'payment.failed': validatePaymentFailed,
  'payment.initiated': validatePaymentInitiated,
  'payment.refunded': validatePaymentRefunded,
  'payment.reversal.requested': validatePaymentReversalRequested,
  'shipping.cancelled': validateShipmentCancelled,
  'notification.sent': validateNotificationSent,
};
