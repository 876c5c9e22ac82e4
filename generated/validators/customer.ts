// @ts-nocheck
// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import { validateAddressDraft, validateShipTo, validateTypedCountry, validateTypedPhone, validateTypedPostalCode } from './rest.ts';
import { validateChannels, validateCity, validateEmail, validateLanguage, validateName, validateQuietHours, validateStreet, validateUuid } from './shared.ts';
import type { AddressChanges, AddressPatch, CustomerDraft, CustomerPatch, CustomerToValidate, NewAddress, PreferencesDraft, PreferencesPatch } from '../rest/types.ts';

export const validateCustomerDraft: Validator<CustomerDraft> = validate21;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.email === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.name === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (const key0 in data)
      if (!(key0 === "email" || key0 === "name" || key0 === "phone" || key0 === "preferences")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    data.email !== void 0 && (validateEmail(data.email, { instancePath: instancePath + "/email", parentData: data, parentDataProperty: "email", rootData }) || (vErrors = vErrors === null ? validateEmail.errors : vErrors.concat(validateEmail.errors), errors = vErrors.length)), data.name !== void 0 && (validateName(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData }) || (vErrors = vErrors === null ? validateName.errors : vErrors.concat(validateName.errors), errors = vErrors.length)), data.phone !== void 0 && (validateTypedPhone(data.phone, { instancePath: instancePath + "/phone", parentData: data, parentDataProperty: "phone", rootData }) || (vErrors = vErrors === null ? validateTypedPhone.errors : vErrors.concat(validateTypedPhone.errors), errors = vErrors.length)), data.preferences !== void 0 && (validatePreferencesDraft(data.preferences, { instancePath: instancePath + "/preferences", parentData: data, parentDataProperty: "preferences", rootData }) || (vErrors = vErrors === null ? validatePreferencesDraft.errors : vErrors.concat(validatePreferencesDraft.errors), errors = vErrors.length));
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
export const validatePreferencesDraft: Validator<PreferencesDraft> = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "language" || key0 === "channels" || key0 === "quietHours")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.language !== void 0 && (validateLanguage(data.language, { instancePath: instancePath + "/language", parentData: data, parentDataProperty: "language", rootData }) || (vErrors = vErrors === null ? validateLanguage.errors : vErrors.concat(validateLanguage.errors), errors = vErrors.length)), data.channels !== void 0 && (validateChannels(data.channels, { instancePath: instancePath + "/channels", parentData: data, parentDataProperty: "channels", rootData }) || (vErrors = vErrors === null ? validateChannels.errors : vErrors.concat(validateChannels.errors), errors = vErrors.length)), data.quietHours !== void 0 && (validateQuietHours(data.quietHours, { instancePath: instancePath + "/quietHours", parentData: data, parentDataProperty: "quietHours", rootData }) || (vErrors = vErrors === null ? validateQuietHours.errors : vErrors.concat(validateQuietHours.errors), errors = vErrors.length));
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate22.errors = vErrors, errors === 0;
}
export const validateCustomerToValidate: Validator<CustomerToValidate> = validate23;
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "customerId" || key0 === "shipTo")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.shipTo !== void 0 && (validateShipTo(data.shipTo, { instancePath: instancePath + "/shipTo", parentData: data, parentDataProperty: "shipTo", rootData }) || (vErrors = vErrors === null ? validateShipTo.errors : vErrors.concat(validateShipTo.errors), errors = vErrors.length));
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  return validate23.errors = vErrors, errors === 0;
}
export const validateCustomerPatch: Validator<CustomerPatch> = validate24;
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "email" || key0 === "name" || key0 === "phone" || key0 === "preferences")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.email !== void 0 && (validateEmail(data.email, { instancePath: instancePath + "/email", parentData: data, parentDataProperty: "email", rootData }) || (vErrors = vErrors === null ? validateEmail.errors : vErrors.concat(validateEmail.errors), errors = vErrors.length)), data.name !== void 0 && (validateName(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData }) || (vErrors = vErrors === null ? validateName.errors : vErrors.concat(validateName.errors), errors = vErrors.length)), data.phone !== void 0) {
      let data2 = data.phone;
      const _errs5 = errors;
      let valid1 = !1, passing0 = null;
      const _errs6 = errors;
      validateTypedPhone(data2, { instancePath: instancePath + "/phone", parentData: data, parentDataProperty: "phone", rootData }) || (vErrors = vErrors === null ? validateTypedPhone.errors : vErrors.concat(validateTypedPhone.errors), errors = vErrors.length);
      var _valid0 = _errs6 === errors;
      _valid0 && (valid1 = !0, passing0 = 0);
      const _errs7 = errors;
      if (data2 !== null) {
        const err1 = { instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      var _valid0 = _errs7 === errors;
      if (_valid0 && valid1 ? (valid1 = !1, passing0 = [passing0, 1]) : _valid0 && (valid1 = !0, passing0 = 1), valid1)
        errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
      else {
        const err2 = { instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    data.preferences !== void 0 && (validatePreferencesPatch(data.preferences, { instancePath: instancePath + "/preferences", parentData: data, parentDataProperty: "preferences", rootData }) || (vErrors = vErrors === null ? validatePreferencesPatch.errors : vErrors.concat(validatePreferencesPatch.errors), errors = vErrors.length));
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
export const validatePreferencesPatch: Validator<PreferencesPatch> = validate25;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "language" || key0 === "channels" || key0 === "quietHours")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.language !== void 0 && (validateLanguage(data.language, { instancePath: instancePath + "/language", parentData: data, parentDataProperty: "language", rootData }) || (vErrors = vErrors === null ? validateLanguage.errors : vErrors.concat(validateLanguage.errors), errors = vErrors.length)), data.channels !== void 0 && (validateChannels(data.channels, { instancePath: instancePath + "/channels", parentData: data, parentDataProperty: "channels", rootData }) || (vErrors = vErrors === null ? validateChannels.errors : vErrors.concat(validateChannels.errors), errors = vErrors.length)), data.quietHours !== void 0) {
      let data2 = data.quietHours;
      const _errs5 = errors;
      let valid1 = !1, passing0 = null;
      const _errs6 = errors;
      validateQuietHours(data2, { instancePath: instancePath + "/quietHours", parentData: data, parentDataProperty: "quietHours", rootData }) || (vErrors = vErrors === null ? validateQuietHours.errors : vErrors.concat(validateQuietHours.errors), errors = vErrors.length);
      var _valid0 = _errs6 === errors;
      _valid0 && (valid1 = !0, passing0 = 0);
      const _errs7 = errors;
      if (data2 !== null) {
        const err1 = { instancePath: instancePath + "/quietHours", schemaPath: "#/properties/quietHours/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      var _valid0 = _errs7 === errors;
      if (_valid0 && valid1 ? (valid1 = !1, passing0 = [passing0, 1]) : _valid0 && (valid1 = !0, passing0 = 1), valid1)
        errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
      else {
        const err2 = { instancePath: instancePath + "/quietHours", schemaPath: "#/properties/quietHours/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
export const validateNewAddress: Validator<NewAddress> = validate26;
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.isDefault === void 0 && (data.isDefault = !1), data.address === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (const key0 in data)
      if (!(key0 === "address" || key0 === "isDefault")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.address !== void 0 && (validateAddressDraft(data.address, { instancePath: instancePath + "/address", parentData: data, parentDataProperty: "address", rootData }) || (vErrors = vErrors === null ? validateAddressDraft.errors : vErrors.concat(validateAddressDraft.errors), errors = vErrors.length)), typeof data.isDefault != "boolean") {
      const err2 = { instancePath: instancePath + "/isDefault", schemaPath: "#/properties/isDefault/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate26.errors = vErrors, errors === 0;
}
export const validateCustomerIdAddressIdParams: Validator<{
  customerId: string;
  addressId: string;
}> = validate27;
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.customerId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "customerId" }, message: "must have required property 'customerId'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.addressId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "addressId" }, message: "must have required property 'addressId'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    data.customerId !== void 0 && (validateUuid(data.customerId, { instancePath: instancePath + "/customerId", parentData: data, parentDataProperty: "customerId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length)), data.addressId !== void 0 && (validateUuid(data.addressId, { instancePath: instancePath + "/addressId", parentData: data, parentDataProperty: "addressId", rootData }) || (vErrors = vErrors === null ? validateUuid.errors : vErrors.concat(validateUuid.errors), errors = vErrors.length));
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  return validate27.errors = vErrors, errors === 0;
}
export const validateAddressPatch: Validator<AddressPatch> = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "address" || key0 === "isDefault")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.address !== void 0 && (validateAddressChanges(data.address, { instancePath: instancePath + "/address", parentData: data, parentDataProperty: "address", rootData }) || (vErrors = vErrors === null ? validateAddressChanges.errors : vErrors.concat(validateAddressChanges.errors), errors = vErrors.length)), data.isDefault !== void 0) {
      let data1 = data.isDefault;
      if (typeof data1 != "boolean") {
        const err1 = { instancePath: instancePath + "/isDefault", schemaPath: "#/properties/isDefault/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (data1 !== !0) {
        const err2 = { instancePath: instancePath + "/isDefault", schemaPath: "#/properties/isDefault/const", keyword: "const", params: { allowedValue: !0 }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate28.errors = vErrors, errors === 0;
}
export const validateAddressChanges: Validator<AddressChanges> = validate29;
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!(key0 === "recipient" || key0 === "street" || key0 === "postalCode" || key0 === "city" || key0 === "region" || key0 === "country" || key0 === "phone")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.recipient !== void 0 && (validateName(data.recipient, { instancePath: instancePath + "/recipient", parentData: data, parentDataProperty: "recipient", rootData }) || (vErrors = vErrors === null ? validateName.errors : vErrors.concat(validateName.errors), errors = vErrors.length)), data.street !== void 0 && (validateStreet(data.street, { instancePath: instancePath + "/street", parentData: data, parentDataProperty: "street", rootData }) || (vErrors = vErrors === null ? validateStreet.errors : vErrors.concat(validateStreet.errors), errors = vErrors.length)), data.postalCode !== void 0) {
      let data2 = data.postalCode;
      const _errs5 = errors;
      let valid1 = !1, passing0 = null;
      const _errs6 = errors;
      validateTypedPostalCode(data2, { instancePath: instancePath + "/postalCode", parentData: data, parentDataProperty: "postalCode", rootData }) || (vErrors = vErrors === null ? validateTypedPostalCode.errors : vErrors.concat(validateTypedPostalCode.errors), errors = vErrors.length);
      var _valid0 = _errs6 === errors;
      _valid0 && (valid1 = !0, passing0 = 0);
      const _errs7 = errors;
      if (data2 !== null) {
        const err1 = { instancePath: instancePath + "/postalCode", schemaPath: "#/properties/postalCode/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      var _valid0 = _errs7 === errors;
      if (_valid0 && valid1 ? (valid1 = !1, passing0 = [passing0, 1]) : _valid0 && (valid1 = !0, passing0 = 1), valid1)
        errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
      else {
        const err2 = { instancePath: instancePath + "/postalCode", schemaPath: "#/properties/postalCode/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.city !== void 0 && (validateCity(data.city, { instancePath: instancePath + "/city", parentData: data, parentDataProperty: "city", rootData }) || (vErrors = vErrors === null ? validateCity.errors : vErrors.concat(validateCity.errors), errors = vErrors.length)), data.region !== void 0) {
      let data4 = data.region;
      const _errs11 = errors;
      let valid2 = !1, passing1 = null;
      const _errs12 = errors;
      validateCity(data4, { instancePath: instancePath + "/region", parentData: data, parentDataProperty: "region", rootData }) || (vErrors = vErrors === null ? validateCity.errors : vErrors.concat(validateCity.errors), errors = vErrors.length);
      var _valid1 = _errs12 === errors;
      _valid1 && (valid2 = !0, passing1 = 0);
      const _errs13 = errors;
      if (data4 !== null) {
        const err3 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      var _valid1 = _errs13 === errors;
      if (_valid1 && valid2 ? (valid2 = !1, passing1 = [passing1, 1]) : _valid1 && (valid2 = !0, passing1 = 1), valid2)
        errors = _errs11, vErrors !== null && (_errs11 ? vErrors.length = _errs11 : vErrors = null);
      else {
        const err4 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.country !== void 0 && (validateTypedCountry(data.country, { instancePath: instancePath + "/country", parentData: data, parentDataProperty: "country", rootData }) || (vErrors = vErrors === null ? validateTypedCountry.errors : vErrors.concat(validateTypedCountry.errors), errors = vErrors.length)), data.phone !== void 0) {
      let data6 = data.phone;
      const _errs17 = errors;
      let valid3 = !1, passing2 = null;
      const _errs18 = errors;
      validateTypedPhone(data6, { instancePath: instancePath + "/phone", parentData: data, parentDataProperty: "phone", rootData }) || (vErrors = vErrors === null ? validateTypedPhone.errors : vErrors.concat(validateTypedPhone.errors), errors = vErrors.length);
      var _valid2 = _errs18 === errors;
      _valid2 && (valid3 = !0, passing2 = 0);
      const _errs19 = errors;
      if (data6 !== null) {
        const err5 = { instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      var _valid2 = _errs19 === errors;
      if (_valid2 && valid3 ? (valid3 = !1, passing2 = [passing2, 1]) : _valid2 && (valid3 = !0, passing2 = 1), valid3)
        errors = _errs17, vErrors !== null && (_errs17 ? vErrors.length = _errs17 : vErrors = null);
      else {
        const err6 = { instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/oneOf", keyword: "oneOf", params: { passingSchemas: passing2 }, message: "must match exactly one schema in oneOf" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate29.errors = vErrors, errors === 0;
}
