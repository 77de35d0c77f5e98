"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const grpc = require("@grpc/grpc-js");
const messages = require("@pulumi/pulumi/proto/provider_pb.js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { live } = require("../lib/life.js");
const { Plugin } = require("../lib/plugin.js");
const { Provider } = require("../lib/provider.js");
const { numbers, struct } = require("../lib/values.js");

const type = "numbers:index:PoolMembership";

test("lives of large Check and Diff calls do not hang", { timeout: 180_000 }, async () => {
  for (let index = 0; index < 3; index++) {
    assert.equal(await live({ calls: 20 }), 40);
  }
});

test("a set of 200,000 numbers passes in one message", { timeout: 120_000 }, async () => {
  const provider = await Provider.configured();
  try {
    const { inputs, failures } = await provider.check(type, "members", { poolId: "shop", numbers: many(200_000) });
    assert.deepEqual(failures, []);
    assert.equal(inputs.numbers.length, 200_000);
  } finally {
    await provider.stop();
  }
});

test("500 calls at once are all answered", { timeout: 120_000 }, async () => {
  const provider = await Provider.configured();
  try {
    const checks = Array.from({ length: 500 }, (_, index) =>
      provider.check(type, `m${index}`, { poolId: `pool-${index}`, numbers: numbers(10) }),
    );
    const answers = await Promise.all(checks);
    assert.deepEqual(
      answers.map((answer) => answer.inputs.poolId),
      answers.map((_, index) => `pool-${index}`),
    );
  } finally {
    await provider.stop();
  }
});

test("a deadline that has passed and a call that is cancelled leave it serving", async () => {
  const plugin = await Plugin.start({ args: [] });
  try {
    await assert.rejects(plugin.call("getPluginInfo", new Empty(), { deadline: Date.now() - 1000 }), {
      code: grpc.status.DEADLINE_EXCEEDED,
    });
    const request = new messages.CheckRequest();
    request.setNews(struct({ poolId: "shop", numbers: numbers(10_000) }));
    await assert.rejects(
      new Promise((resolve, reject) => {
        const call = plugin.client.check(request, (error, response) => (error ? reject(error) : resolve(response)));
        call.cancel();
      }),
      { code: grpc.status.CANCELLED },
    );
    await plugin.call("getPluginInfo", new Empty());
  } finally {
    await plugin.stop();
  }
});

test("a compressed message is understood", async () => {
  const plugin = await Plugin.start({ args: [] });
  const client = new plugin.client.constructor(`127.0.0.1:${plugin.port}`, grpc.credentials.createInsecure(), {
    "grpc.default_compression_algorithm": 2,
  });
  try {
    const info = await new Promise((resolve, reject) => client.getPluginInfo(new Empty(), (e, r) => (e ? reject(e) : resolve(r))));
    assert.notEqual(info.getVersion(), "");
  } finally {
    client.close();
    await plugin.stop();
  }
});

test("bytes that are no message of the method get a status", async () => {
  const plugin = await Plugin.start({ args: [] });
  const raw = new grpc.Client(`127.0.0.1:${plugin.port}`, grpc.credentials.createInsecure());
  const identity = (bytes) => bytes;
  try {
    await assert.rejects(
      new Promise((resolve, reject) =>
        raw.makeUnaryRequest("/pulumirpc.ResourceProvider/Check", identity, identity, Buffer.from([0x0f]), (e, r) =>
          e ? reject(e) : resolve(r),
        ),
      ),
      { code: grpc.status.UNKNOWN },
    );
  } finally {
    raw.close();
    await plugin.stop();
  }
});

const many = (count) => Array.from({ length: count }, (_, index) => String(447_000_000_000 + index));
