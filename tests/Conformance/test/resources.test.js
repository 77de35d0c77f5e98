"use strict";

const assert = require("node:assert/strict");
const { after, before, test } = require("node:test");
const { Provider, details, object } = require("../lib/provider.js");
const { reveal, unknown } = require("../lib/values.js");

const pool = "numbers:index:NumberPool";
const membership = "numbers:index:PoolMembership";
const owned = "numbers:index:OwnedNumber";
const exclusive = "numbers:index:ExclusiveNumber";

// Numbers that the account does not rent need not be waited for here.
const config = { subscriptionWait: "0" };

let provider;
before(async () => {
  provider = await Provider.configured({ config });
});
after(() => provider?.stop());

/** Every run of an engine has a plugin of its own. */
async function nextRun() {
  await provider.stop();
  provider = await Provider.configured({ config });
}

/** Check, preview and create, the way a first `up` does it. */
async function create(type, name, news) {
  const { inputs, failures } = await provider.check(type, name, news);
  assert.deepEqual(failures, []);
  const preview = await provider.create(type, name, inputs, { preview: true });
  assert.ok(preview.state);
  return { inputs, ...(await provider.create(type, name, inputs)) };
}

/** Check and Diff against what is there, the way a second `up` does it. */
async function change(type, name, resource, news) {
  const { inputs, failures } = await provider.check(type, name, news, resource.inputs);
  assert.deepEqual(failures, []);
  const diff = await provider.diff(type, name, {
    id: resource.id,
    olds: resource.state,
    oldInputs: resource.inputs,
    news: inputs,
  });
  assert.equal(diff.hasDetailedDiff, true);
  return { inputs, diff };
}

test("NumberPool: create, no change, update, read, import, delete, gone", async () => {
  const made = await create(pool, "main", { poolId: "conformance" });
  assert.match(made.id, /\/conformance$/);
  assert.equal((await change(pool, "main", made, { poolId: "conformance" })).diff.changes, false);

  const changed = await change(pool, "main", made, { poolId: "conformance", fallback: "Reject" });
  assert.deepEqual(changed.diff.detailed, { fallback: "UPDATE" });
  const updated = await provider.update(pool, "main", {
    id: made.id,
    olds: made.state,
    oldInputs: made.inputs,
    news: changed.inputs,
  });
  assert.equal(reveal(updated.state).fallback, "Reject");

  const elsewhere = await change(pool, "main", made, { poolId: "another" });
  assert.equal(elsewhere.diff.detailed.poolId, "UPDATE_REPLACE");

  const read = await provider.read(pool, "main", made.id, { state: updated.state, inputs: changed.inputs });
  assert.equal(read.id, made.id);
  const imported = await provider.read(pool, "main", made.id);
  assert.equal(reveal(imported.state).fallback, "Reject");
  const again = { id: made.id, state: imported.state, inputs: imported.inputs };
  assert.equal((await change(pool, "main", again, imported.inputs)).diff.changes, false);

  assert.ok((await provider.list(pool)).some((found) => found.id === made.id));
  await provider.delete(pool, "main", { id: made.id, state: updated.state, inputs: changed.inputs });
  assert.equal((await provider.read(pool, "main", made.id, { state: updated.state, inputs: changed.inputs })).id, "");
  await provider.delete(pool, "main", { id: made.id, state: updated.state, inputs: changed.inputs });
});

test("a name that is left out is generated from the resource's", async () => {
  const { inputs } = await provider.check(pool, "generated", {});
  assert.match(inputs.poolId, /^generated/);
});

test("PoolMembership: numbers that fail are named in the details, the others are in the state", async () => {
  const made = await create(pool, "partial", { poolId: "conformance-partial" });
  const { inputs } = await provider.check(membership, "numbers", {
    poolId: "conformance-partial",
    numbers: ["+44 7700 900000", "447700900001", "15550100"],
  });
  assert.deepEqual([...inputs.numbers].sort(), ["15550100", "447700900000", "447700900001"]);

  const error = await provider.create(membership, "numbers", inputs).then(assert.fail, (failure) => failure);
  const [partial] = details(error, "ErrorResourceInitFailed");
  assert.ok(partial, `no details on: ${error.message}`);
  assert.match(partial.getId(), /\/conformance-partial$/);
  const state = object(partial.getProperties());
  assert.deepEqual([...reveal(state).numbers].sort(), ["447700900000", "447700900001"]);
  assert.equal(partial.getReasonsList().length, 1);
  assert.match(partial.getReasonsList()[0], /15550100/);

  const reduced = await change(membership, "numbers", { id: partial.getId(), inputs, state }, {
    poolId: "conformance-partial",
    numbers: ["447700900001"],
  });
  assert.equal(reduced.diff.changes, true);
  assert.deepEqual(reduced.diff.replaces, []);
  const updated = await provider.update(membership, "numbers", {
    id: partial.getId(),
    olds: state,
    oldInputs: inputs,
    news: reduced.inputs,
  });
  assert.deepEqual(reveal(updated.state).numbers, ["447700900001"]);

  const { result, failures } = await provider.invoke("numbers:index:getPoolNumbers", { poolId: "conformance-partial" });
  assert.deepEqual(failures, []);
  assert.ok(JSON.stringify(reveal(result)).includes("447700900001"));
  await provider.delete(membership, "numbers", { id: partial.getId(), state: updated.state, inputs: reduced.inputs });
  await provider.delete(pool, "partial", made);
});

test("a check failure carries the path of what is wrong", async () => {
  const { failures } = await provider.check(membership, "numbers", { poolId: "x", numbers: ["447700900000", "letters"] });
  assert.deepEqual(
    failures.map((failure) => failure.property),
    ["numbers[1]"],
  );
});

test("an unknown input never forces a replacement", async () => {
  const made = await create(pool, "unknown", { poolId: "conformance-unknown" });
  const { diff } = await change(pool, "unknown", made, { poolId: "conformance-unknown", fallback: unknown });
  assert.equal(diff.changes, true);
  assert.deepEqual(diff.replaces, []);
  await provider.delete(pool, "unknown", made);
});

for (const carrier of ["kpn", "vonage", "seven"]) {
  test(`OwnedNumber on ${carrier}: found, bought, read, released`, async () => {
    const country = carrier === "kpn" ? "NL" : "GB";
    const made = await create(owned, `line-${carrier}`, { carrier, country, ...(carrier === "seven" ? { deleteImmediately: true } : {}) });
    const state = reveal(made.state);
    assert.match(state.number, /^[0-9]{7,15}$/);
    assert.equal(made.id, `${carrier}/${country}/${state.number}`);
    assert.equal((await provider.read(owned, `line-${carrier}`, made.id, made)).id, made.id);
    await nextRun();
    await provider.delete(owned, `line-${carrier}`, made);
    // A read would not believe the absence of a number that was bought moments ago; the account's own list has it no more.
    await nextRun();
    const { result } = await provider.invoke("numbers:index:getOwnedNumbers", { carrier });
    assert.ok(!JSON.stringify(reveal(result)).includes(state.number));
  });
}

test("ExclusiveNumber: create, disable, delete", async () => {
  const made = await create(exclusive, "vip", { number: "+44 7700 900 777", description: "VIP" });
  assert.notEqual(made.id, "");
  const off = await change(exclusive, "vip", made, { number: "447700900777", description: "VIP", enabled: false });
  assert.deepEqual(off.diff.detailed, { enabled: "UPDATE" });
  const updated = await provider.update(exclusive, "vip", {
    id: made.id,
    olds: made.state,
    oldInputs: made.inputs,
    news: off.inputs,
  });
  assert.equal(reveal(updated.state).enabled, false);
  await provider.delete(exclusive, "vip", { id: made.id, state: updated.state, inputs: off.inputs });
});

test("every function answers", async () => {
  for (const [name, args] of [
    ["getAvailableNumbers", { carrier: "kpn", country: "NL" }],
    ["getOwnedNumbers", { carrier: "vonage" }],
    ["getNumberPools", {}],
    ["getExclusiveNumbers", {}],
  ]) {
    const { result, failures } = await provider.invoke(`numbers:index:${name}`, args);
    assert.deepEqual(failures, [], name);
    assert.ok(Object.values(reveal(result)).some(Array.isArray), name);
  }
});

test("an unknown type and a malformed signature are errors, not accidents", async () => {
  await assert.rejects(provider.check("numbers:index:Telegraph", "x", {}), /numbers:index:Telegraph/);
  await assert.rejects(
    provider.check(pool, "x", { poolId: { "4dabf18193072939515e22adb298388d": "no such signature" } }),
    { code: 3 },
  );
});

test("log messages reach the engine with the resource's URN", async () => {
  const { inputs } = await provider.check(owned, "priced", { carrier: "kpn", country: "NL" });
  await provider.create(owned, "priced", inputs, { preview: true });
  const logged = provider.engine.messages.filter((message) => message.urn !== "");
  assert.notEqual(logged.length, 0);
  assert.ok(logged.every((message) => message.urn.startsWith("urn:pulumi:dev::shop::numbers:index:")));
});
