"use strict";

const assert = require("node:assert/strict");
const { once } = require("node:events");
const { test } = require("node:test");
const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { Engine } = require("../lib/engine.js");
const { Plugin } = require("../lib/plugin.js");

for (const args of [
  ["ENGINE"],
  ["--logtostderr", "-v=9", "--tracing", "http://127.0.0.1:1/trace", "ENGINE"],
  ["--tracing=file:trace", "--unheard-of", "ENGINE"],
  [],
]) {
  test(`it starts with the arguments [${args.join(" ")}] and writes its port and nothing else`, async () => {
    const engine = await Engine.start();
    const plugin = await Plugin.start({ args: args.map((word) => word.replace("ENGINE", engine.address)) });
    const info = await plugin.call("getPluginInfo", new Empty());
    assert.match(info.getVersion(), /^\d+\.\d+\.\d+/);
    assert.equal(await plugin.stop(), 0);
    assert.deepEqual(plugin.lines, []);
    engine.stop();
  });
}

test("an interrupt ends it as well", async () => {
  const plugin = await Plugin.start({ args: [] });
  assert.equal(await plugin.stop("SIGINT"), 0);
});

test("it does not outlive its engine", { timeout: 60_000 }, async () => {
  const engine = await Engine.start();
  const plugin = await Plugin.start({ args: [engine.address] });
  await plugin.call("getPluginInfo", new Empty());
  const ended = once(plugin.process, "exit");
  engine.stop();
  const [code] = await ended;
  assert.equal(code, 0);
});

test("what no custom-resource provider needs is unimplemented, not an accident", async () => {
  const messages = require("@pulumi/pulumi/proto/provider_pb.js");
  const plugin = await Plugin.start({ args: [] });
  try {
    for (const [method, request] of [
      ["construct", new messages.ConstructRequest()],
      ["call", new messages.CallRequest()],
      ["parameterize", new messages.ParameterizeRequest()],
    ]) {
      await assert.rejects(plugin.call(method, request), { code: grpc.status.UNIMPLEMENTED });
    }
  } finally {
    await plugin.stop();
  }
});
