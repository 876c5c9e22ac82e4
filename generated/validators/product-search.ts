// @ts-nocheck
// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import { validateCategory2 } from './rest.ts';
import { codePointLength, numberOfText } from './runtime.ts';
import { validateCurrency, validateUuid } from './shared.ts';
import type { AvailabilityValue } from '../rest/types.ts';

export const validateQCategoryLocalIdCurrencyMinPriceMaxPriceAvailabilitySortCursorLimitQuery: Validator<{
  q?: string;
  category?: string;
  localId?: string;
  currency?: string;
  minPrice?: number;
  maxPrice?: number;
  availability?: AvailabilityValue;
  sort: 'relevance' | 'price' | '-price' | 'name' | '-name' | 'newest';
  cursor?: string;
  limit: number;
}> = validate21;
const schema6 = { type: "object", required: [], properties: { q: { type: "string", minLength: 1, maxLength: 200 }, category: { $ref: "https://lonja.dev/openapi.yaml#/components/schemas/Category" }, localId: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/uuid" }, currency: { $ref: "https://lonja.dev/events-schemas/shared.json#/$defs/currency" }, minPrice: { type: "integer", minimum: 0, maximum: 9007199254740991 }, maxPrice: { type: "integer", minimum: 0, maximum: 9007199254740991 }, availability: { $ref: "https://lonja.dev/openapi.yaml#/components/schemas/AvailabilityValue" }, sort: { type: "string", enum: ["relevance", "price", "-price", "name", "-name", "newest"], default: "relevance" }, cursor: { type: "string", minLength: 1, maxLength: 2048, pattern: "^[A-Za-z0-9_-]+$" }, limit: { type: "integer", minimum: 1, maximum: 50, default: 20 } }, "x-numbers-in-text": ["minPrice", "maxPrice", "limit"], additionalProperties: !1 }, func2 = Object.prototype.hasOwnProperty, func3 = codePointLength, pattern0 = /^[A-Za-z0-9_-]+$/u;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    data.sort === void 0 && (data.sort = "relevance"), data.limit === void 0 && (data.limit = 20);
    for (const key0 in data)
      if (!func2.call(schema6.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.minPrice !== void 0 && (data.minPrice = numberOfText(data.minPrice)), data.maxPrice !== void 0 && (data.maxPrice = numberOfText(data.maxPrice)), data.limit !== void 0 && (data.limit = numberOfText(data.limit)), data.q !== void 0) {
      let data0 = data.q;
      if (typeof data0 == "string") {
        if (func3(data0) > 200) {
          const err1 = { instancePath: instancePath + "/q", schemaPath: "#/properties/q/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        if (func3(data0) < 1) {
          const err2 = { instancePath: instancePath + "/q", schemaPath: "#/properties/q/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/q", schemaPath: "#/properties/q/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.category !== void 0 && (validateCategory2(data.category, { instancePath: instancePath + "/category", parentData: data, parentDataProperty: "category", rootData }) || (vErrors = vErrors === null ? validateCategory2.errors : vErrors.concat(validateCategory2.errors), errors = vErrors.length)), data.localId !== void 0 && (validateUuid(data.localId, { instancePath: instancePath + "/localId", parentData: data, parentDataProperty: "localId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.currency !== void 0 && (validateCurrency(data.currency, { instancePath: instancePath + "/currency", parentData: data, parentDataProperty: "currency", rootData }) || (vErrors = vErrors === null ? validateCurrency.errors : vErrors.concat(validateCurrency.errors), errors = vErrors.length)), data.minPrice !== void 0) {
      let data4 = data.minPrice;
      if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
        const err4 = { instancePath: instancePath + "/minPrice", schemaPath: "#/properties/minPrice/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 9007199254740991 || isNaN(data4)) {
          const err5 = { instancePath: instancePath + "/minPrice", schemaPath: "#/properties/minPrice/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          const err6 = { instancePath: instancePath + "/minPrice", schemaPath: "#/properties/minPrice/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      }
    }
    if (data.maxPrice !== void 0) {
      let data5 = data.maxPrice;
      if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        const err7 = { instancePath: instancePath + "/maxPrice", schemaPath: "#/properties/maxPrice/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 9007199254740991 || isNaN(data5)) {
          const err8 = { instancePath: instancePath + "/maxPrice", schemaPath: "#/properties/maxPrice/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data5 < 0 || isNaN(data5)) {
          const err9 = { instancePath: instancePath + "/maxPrice", schemaPath: "#/properties/maxPrice/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
      }
    }
    data.availability !== void 0 && (validateAvailabilityValue(data.availability, { instancePath: instancePath + "/availability", parentData: data, parentDataProperty: "availability", rootData }) || (vErrors = vErrors === null ? validateAvailabilityValue.errors : vErrors.concat(validateAvailabilityValue.errors), errors = vErrors.length));
    let data7 = data.sort;
    if (typeof data7 != "string") {
      const err10 = { instancePath: instancePath + "/sort", schemaPath: "#/properties/sort/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (!(data7 === "relevance" || data7 === "price" || data7 === "-price" || data7 === "name" || data7 === "-name" || data7 === "newest")) {
      const err11 = { instancePath: instancePath + "/sort", schemaPath: "#/properties/sort/enum", keyword: "enum", params: { allowedValues: schema6.properties.sort.enum }, message: "must be equal to one of the allowed values" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.cursor !== void 0) {
      let data8 = data.cursor;
      if (typeof data8 == "string") {
        if (func3(data8) > 2048) {
          const err12 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        if (func3(data8) < 1) {
          const err13 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        if (!pattern0.test(data8)) {
          const err14 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/cursor", schemaPath: "#/properties/cursor/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    let data9 = data.limit;
    if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
      const err16 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (typeof data9 == "number" && isFinite(data9)) {
      if (data9 > 50 || isNaN(data9)) {
        const err17 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
      if (data9 < 1 || isNaN(data9)) {
        const err18 = { instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
export const validateAvailabilityValue: Validator<AvailabilityValue> = validate22;
const schema7 = { type: "string", enum: ["available", "unavailable"] };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (typeof data != "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  if (!(data === "available" || data === "unavailable")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema7.enum }, message: "must be equal to one of the allowed values" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
