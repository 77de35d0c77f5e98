"use strict";

// One process life under large calls: the pattern under which gRPC servers are known to hang.

const messages = require("@pulumi/pulumi/proto/provider_pb.js");
const { Engine } = require("./engine.js");
const { Plugin } = require("./plugin.js");
const { numbers, struct } = require("./values.js");

const urn = "urn:pulumi:dev::shop::numbers:index:PoolMembership::members";
const type = "numbers:index:PoolMembership";

function requests(elements) {
  const news = struct({ poolId: "shop", numbers: numbers(elements) });
  const olds = struct({ accountId: "a1b2c3d4", poolId: "shop", numbers: numbers(elements).slice(1) });

  const check = new messages.CheckRequest();
  check.setUrn(urn);
  check.setName("members");
  check.setType(type);
  check.setOlds(olds);
  check.setNews(news);

  const diff = new messages.DiffRequest();
  diff.setId("a1b2c3d4/shop");
  diff.setUrn(urn);
  diff.setName("members");
  diff.setType(type);
  diff.setOlds(olds);
  diff.setOldInputs(olds);
  diff.setNews(news);
  return { check, diff };
}

/**
 * Starts the plugin, makes `calls` Check and as many Diff calls of `elements` elements, one by one and two at a time, and ends it.
 * A call that does not return within its deadline rejects.
 */
async function live({ calls = 40, elements = 10_000, deadlineSeconds = 60 } = {}) {
  const engine = await Engine.start();
  const plugin = await Plugin.start({ args: [engine.address] });
  try {
    const { check, diff } = requests(elements);
    const options = () => ({ deadline: Date.now() + deadlineSeconds * 1000 });
    let answers = 0;
    for (let index = 0; index < calls; index++) {
      const [checked, diffed] =
        index % 2 === 0
          ? [await plugin.call("check", check, options()), await plugin.call("diff", diff, options())]
          : await Promise.all([plugin.call("check", check, options()), plugin.call("diff", diff, options())]);
      answers += checked.getFailuresList().length === 0 && diffed.getChanges() === 2 ? 2 : 0;
    }
    return answers;
  } finally {
    await plugin.stop();
    engine.stop();
  }
}

module.exports = { live };
