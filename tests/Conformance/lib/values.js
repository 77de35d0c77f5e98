"use strict";

// Property values as they stand on the wire.

const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A google.protobuf.Struct of a plain object. */
const struct = (object) => Struct.fromJavaScript(object);

const secret = (value) => ({ [signatureKey]: secretSignature, value });

const isSecret = (value) => value?.[signatureKey] === secretSignature;

/** The value without the secrets around it and inside it. */
function reveal(value) {
  if (isSecret(value)) {
    return reveal(value.value);
  }
  if (value?.[signatureKey] === outputSignature) {
    return reveal(value.value);
  }
  if (Array.isArray(value)) {
    return value.map(reveal);
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reveal(inner)]));
  }
  return value;
}

/** `count` different numbers in E.164, from a block that nobody uses. */
const numbers = (count) => Array.from({ length: count }, (_, index) => `4477009${String(index).padStart(5, "0")}`);

module.exports = { struct, secret, isSecret, reveal, unknown, signatureKey, outputSignature, numbers };
