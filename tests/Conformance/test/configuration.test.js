"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { Engine } = require("../lib/engine.js");
const { Plugin } = require("../lib/plugin.js");
const { Provider } = require("../lib/provider.js");
const { isSecret, reveal } = require("../lib/values.js");

async function started(use) {
  const engine = await Engine.start();
  const provider = new Provider(await Plugin.start({ args: [engine.address] }), engine);
  try {
    await use(provider);
  } finally {
    await provider.stop();
  }
}

test("the handshake accepts what a current engine offers", () =>
  started(async (provider) => {
    const answer = await provider.handshake();
    assert.equal(answer.acceptSecrets, true);
    assert.equal(answer.acceptResources, true);
    assert.equal(answer.acceptOutputs, true);
    assert.equal(answer.supportsAutonamingConfiguration, true);
  }));

test("the schema is JSON and names the four resources and seven functions", () =>
  started(async (provider) => {
    const schema = await provider.schema();
    assert.equal(schema.name, "numbers");
    assert.deepEqual(Object.keys(schema.resources).sort(), [
      "numbers:index:ExclusiveNumber",
      "numbers:index:NumberPool",
      "numbers:index:OwnedNumber",
      "numbers:index:PoolMembership",
    ]);
    assert.equal(Object.keys(schema.functions).length, 7);
  }));

test("CheckConfig takes values that are not strings as JSON text and marks secrets", () =>
  started(async (provider) => {
    const { inputs, failures } = await provider.checkConfig({ vonageApiKey: "a1b2c3d4", vonageApiSecret: "s3cret", maxRetries: "3" });
    assert.deepEqual(failures, []);
    assert.equal(isSecret(inputs.vonageApiSecret), true);
    assert.equal(String(reveal(inputs.maxRetries)), "3");
  }));

test("CheckConfig names the property of what is wrong", () =>
  started(async (provider) => {
    const { failures } = await provider.checkConfig({ vonageAccountId: "TOO LONG TO BE ONE" });
    assert.deepEqual(
      failures.map((failure) => failure.property),
      ["vonageAccountId"],
    );
  }));

test("Configure answers what the plugin can do", () =>
  started(async (provider) => {
    const { inputs } = await provider.checkConfig({});
    const answer = await provider.configure(inputs);
    assert.equal(answer.acceptsecrets, true);
    assert.equal(answer.supportspreview, true);
  }));
