// @ts-nocheck
// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import { validateCategory2 } from './rest.ts';
import { validateCurrency, validateName, validatePhotoUrls, validateProductDescription, validateProductOrigin, validateProductUnit, validateUuid } from './shared.ts';
import type { Price, ProductDraft, ProductPatch } from '../rest/types.ts';

export const validateProductDraft: Validator<ProductDraft> = validate21;
const schema6 = { type: "object", required: ["localId", "name", "category", "price", "initialStock", "lowStockThreshold"], additionalProperties: !1, properties: { localId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" }, name: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/name" }, category: { $ref: "https://lonja.dev/openapi.yaml#/components/schemas/Category" }, price: { $ref: "https://lonja.dev/openapi.yaml#/components/schemas/Price" }, initialStock: { type: "integer", minimum: 0, maximum: 1e6 }, lowStockThreshold: { $ref: "https://lonja.dev/openapi.yaml#/components/schemas/LowStockThreshold" }, description: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/productDescription" }, unit: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/productUnit" }, origin: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/productOrigin" }, photos: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/photoUrls" } } }, func2 = Object.prototype.hasOwnProperty;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
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
    if (data.category === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "category" }, message: "must have required property 'category'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.price === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "price" }, message: "must have required property 'price'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.initialStock === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "initialStock" }, message: "must have required property 'initialStock'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.lowStockThreshold === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "lowStockThreshold" }, message: "must have required property 'lowStockThreshold'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    for (const key0 in data)
      if (!func2.call(schema6.properties, key0)) {
        const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    if (data.localId !== void 0 && (validateUuid(data.localId, { instancePath: instancePath + "/localId", parentData: data, parentDataProperty: "localId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.name !== void 0 && (validateName(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData }) || (vErrors = vErrors === null ? validateName.errors : vErrors.concat(validateName.errors), errors = vErrors.length)), data.category !== void 0 && (validateCategory2(data.category, { instancePath: instancePath + "/category", parentData: data, parentDataProperty: "category", rootData }) || (vErrors = vErrors === null ? validateCategory2.errors : vErrors.concat(validateCategory2.errors), errors = vErrors.length)), data.price !== void 0 && (validatePrice(data.price, { instancePath: instancePath + "/price", parentData: data, parentDataProperty: "price", rootData }) || (vErrors = vErrors === null ? validatePrice.errors : vErrors.concat(validatePrice.errors), errors = vErrors.length)), data.initialStock !== void 0) {
      let data4 = data.initialStock;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
        const err7 = { instancePath: instancePath + "/initialStock", schemaPath: "#/properties/initialStock/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 1e6 || isNaN(data4)) {
          const err8 = { instancePath: instancePath + "/initialStock", schemaPath: "#/properties/initialStock/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          const err9 = { instancePath: instancePath + "/initialStock", schemaPath: "#/properties/initialStock/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
    data.lowStockThreshold !== void 0 && (validateLowStockThreshold(data.lowStockThreshold, { instancePath: instancePath + "/lowStockThreshold", parentData: data, parentDataProperty: "lowStockThreshold", rootData }) || (vErrors = vErrors === null ? validateLowStockThreshold.errors : vErrors.concat(validateLowStockThreshold.errors), errors = vErrors.length)), data.description !== void 0 && (validateProductDescription(data.description, { instancePath: instancePath + "/description", parentData: data, parentDataProperty: "description", rootData }) || (vErrors = vErrors === null ? validateProductDescription.errors : vErrors.concat(validateProductDescription.errors), errors = vErrors.length)), data.unit !== void 0 && (validateProductUnit(data.unit, { instancePath: instancePath + "/unit", parentData: data, parentDataProperty: "unit", rootData }) || (vErrors = vErrors === null ? validateProductUnit.errors : vErrors.concat(validateProductUnit.errors), errors = vErrors.length)), data.origin !== void 0 && (validateProductOrigin(data.origin, { instancePath: instancePath + "/origin", parentData: data, parentDataProperty: "origin", rootData }) || (vErrors = vErrors === null ? validateProductOrigin.errors : vErrors.concat(validateProductOrigin.errors), errors = vErrors.length)), data.photos !== void 0 && (validatePhotoUrls(data.photos, { instancePath: instancePath + "/photos", parentData: data, parentDataProperty: "photos", rootData }) || (vErrors = vErrors === null ? validatePhotoUrls.errors : vErrors.concat(validatePhotoUrls.errors), errors = vErrors.length));
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
export const validatePrice: Validator<Price> = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.amountMinor === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "amountMinor" }, message: "must have required property 'amountMinor'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.currency === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "currency" }, message: "must have required property 'currency'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (const key0 in data)
      if (!(key0 === "amountMinor" || key0 === "currency")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.amountMinor !== void 0) {
      let data0 = data.amountMinor;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        const err3 = { instancePath: instancePath + "/amountMinor", schemaPath: "#/properties/amountMinor/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 1e8 || isNaN(data0)) {
          const err4 = { instancePath: instancePath + "/amountMinor", schemaPath: "#/properties/amountMinor/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e8 }, message: "must be <= 100000000" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err5 = { instancePath: instancePath + "/amountMinor", schemaPath: "#/properties/amountMinor/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
      }
    }
    data.currency !== void 0 && (validateCurrency(data.currency, { instancePath: instancePath + "/currency", parentData: data, parentDataProperty: "currency", rootData }) || (vErrors = vErrors === null ? validateCurrency.errors : vErrors.concat(validateCurrency.errors), errors = vErrors.length));
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
export const validateLowStockThreshold: Validator<number> = validate23;
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1e6 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  }
  return validate23.errors = vErrors, errors === 0;
}
export const validateProductPatch: Validator<ProductPatch> = validate24;
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "name" || key0 === "category" || key0 === "price" || key0 === "lowStockThreshold" || key0 === "description" || key0 === "unit" || key0 === "origin" || key0 === "photos")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.name !== void 0 && (validateName(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData }) || (vErrors = vErrors === null ? validateName.errors : vErrors.concat(validateName.errors), errors = vErrors.length)), data.category !== void 0 && (validateCategory2(data.category, { instancePath: instancePath + "/category", parentData: data, parentDataProperty: "category", rootData }) || (vErrors = vErrors === null ? validateCategory2.errors : vErrors.concat(validateCategory2.errors), errors = vErrors.length)), data.price !== void 0 && (validatePrice(data.price, { instancePath: instancePath + "/price", parentData: data, parentDataProperty: "price", rootData }) || (vErrors = vErrors === null ? validatePrice.errors : vErrors.concat(validatePrice.errors), errors = vErrors.length)), data.lowStockThreshold !== void 0 && (validateLowStockThreshold(data.lowStockThreshold, { instancePath: instancePath + "/lowStockThreshold", parentData: data, parentDataProperty: "lowStockThreshold", rootData }) || (vErrors = vErrors === null ? validateLowStockThreshold.errors : vErrors.concat(validateLowStockThreshold.errors), errors = vErrors.length)), data.description !== void 0) {
      let data4 = data.description;
      const _errs7 = errors;
      let valid1 = !1, passing0 = null;
      const _errs8 = errors;
      validateProductDescription(data4, { instancePath: instancePath + "/description", parentData: data, parentDataProperty: "description", rootData }) || (vErrors = vErrors === null ? validateProductDescription.errors : vErrors.concat(validateProductDescription.errors), errors = vErrors.length);
      var _valid0 = _errs8 === errors;
      _valid0 && (valid1 = !0, passing0 = 0);
      const _errs9 = errors;
      if (data4 !== null) {
        const err1 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      var _valid0 = _errs9 === errors;
      if (_valid0 && valid1 ? (valid1 = !1, passing0 = [passing0, 1]) : _valid0 && (valid1 = !0, passing0 = 1), valid1)
        errors = _errs7, vErrors !== null && (_errs7 ? vErrors.length = _errs7 : vErrors = null);
      else {
        const err2 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.unit !== void 0) {
      let data5 = data.unit;
      const _errs12 = errors;
      let valid2 = !1, passing1 = null;
      const _errs13 = errors;
      validateProductUnit(data5, { instancePath: instancePath + "/unit", parentData: data, parentDataProperty: "unit", rootData }) || (vErrors = vErrors === null ? validateProductUnit.errors : vErrors.concat(validateProductUnit.errors), errors = vErrors.length);
      var _valid1 = _errs13 === errors;
      _valid1 && (valid2 = !0, passing1 = 0);
      const _errs14 = errors;
      if (data5 !== null) {
        const err3 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      var _valid1 = _errs14 === errors;
      if (_valid1 && valid2 ? (valid2 = !1, passing1 = [passing1, 1]) : _valid1 && (valid2 = !0, passing1 = 1), valid2)
        errors = _errs12, vErrors !== null && (_errs12 ? vErrors.length = _errs12 : vErrors = null);
      else {
        const err4 = { instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.origin !== void 0) {
      let data6 = data.origin;
      const _errs17 = errors;
      let valid3 = !1, passing2 = null;
      const _errs18 = errors;
      validateProductOrigin(data6, { instancePath: instancePath + "/origin", parentData: data, parentDataProperty: "origin", rootData }) || (vErrors = vErrors === null ? validateProductOrigin.errors : vErrors.concat(validateProductOrigin.errors), errors = vErrors.length);
      var _valid2 = _errs18 === errors;
      _valid2 && (valid3 = !0, passing2 = 0);
      const _errs19 = errors;
      if (data6 !== null) {
        const err5 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      var _valid2 = _errs19 === errors;
      if (_valid2 && valid3 ? (valid3 = !1, passing2 = [passing2, 1]) : _valid2 && (valid3 = !0, passing2 = 1), valid3)
        errors = _errs17, vErrors !== null && (_errs17 ? vErrors.length = _errs17 : vErrors = null);
      else {
        const err6 = { instancePath: instancePath + "/origin", schemaPath: "#/properties/origin/oneOf", keyword: "oneOf", params: { passingSchemas: passing2 }, message: "must match exactly one schema in oneOf" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.photos !== void 0) {
      let data7 = data.photos;
      const _errs22 = errors;
      let valid4 = !1, passing3 = null;
      const _errs23 = errors;
      validatePhotoUrls(data7, { instancePath: instancePath + "/photos", parentData: data, parentDataProperty: "photos", rootData }) || (vErrors = vErrors === null ? validatePhotoUrls.errors : vErrors.concat(validatePhotoUrls.errors), errors = vErrors.length);
      var _valid3 = _errs23 === errors;
      _valid3 && (valid4 = !0, passing3 = 0);
      const _errs24 = errors;
      if (data7 !== null) {
        const err7 = { instancePath: instancePath + "/photos", schemaPath: "#/properties/photos/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      var _valid3 = _errs24 === errors;
      if (_valid3 && valid4 ? (valid4 = !1, passing3 = [passing3, 1]) : _valid3 && (valid4 = !0, passing3 = 1), valid4)
        errors = _errs22, vErrors !== null && (_errs22 ? vErrors.length = _errs22 : vErrors = null);
      else {
        const err8 = { instancePath: instancePath + "/photos", schemaPath: "#/properties/photos/oneOf", keyword: "oneOf", params: { passingSchemas: passing3 }, message: "must match exactly one schema in oneOf" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
