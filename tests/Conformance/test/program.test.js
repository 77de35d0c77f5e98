"use strict";

const assert = require("node:assert/strict");
const { execFile } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { after, test } = require("node:test");
const { promisify } = require("node:util");
const { root, binary } = require("../lib/plugin.js");

const engine = process.env.NUMBERS_ENGINE ?? path.join(root, `tests/Engine/bin/${process.env.CONFIGURATION ?? "Release"}/net10.0/PulumiNumbers.Engine.dll`);
const program = path.join(__dirname, "../program");
const state = fs.mkdtempSync(path.join(os.tmpdir(), "numbers-conformance-"));
after(() => fs.rmSync(state, { recursive: true }));

/** Runs the engine; an exit code other than 0 rejects. */
const run = (...words) =>
  promisify(execFile)("dotnet", [engine, ...words, "--cwd", program, "--stack", "dev", "--state-dir", state, "--plugin-dir", path.dirname(binary)], {
    env: { ...process.env, PULUMI_CONFIG_PASSPHRASE: "conformance" },
  });

test("a program of the official Node SDK is deployed, unchanged the second time, and destroyed", { timeout: 240_000 }, async () => {
  await run("preview");
  await run("up", "--yes");

  const outputs = JSON.parse((await run("stack", "output", "--json")).stdout);
  assert.match(outputs.pool, /\/node-senders$/);
  assert.equal(outputs.fallback, "Reject");
  assert.match(outputs.number, /^31[0-9]+$/);
  assert.equal(typeof outputs.fee, "number");
  assert.equal(outputs.ownsOneAtLeast, true);
  assert.equal(outputs.greeting, "none");
  assert.notEqual(outputs.hidden, "a secret");

  await run("up", "--yes", "--expect-no-changes");
  await run("preview", "--refresh", "--expect-no-changes");
  const exported = JSON.parse((await run("stack", "export")).stdout);
  assert.deepEqual(
    exported.deployment.resources.map((resource) => resource.type).sort(),
    [
      "conformance:index:ContactCentre",
      "numbers:index:NumberPool",
      "numbers:index:OwnedNumber",
      "numbers:index:PoolMembership",
      "pulumi:providers:numbers",
      "pulumi:pulumi:Stack",
    ],
  );

  await run("destroy", "--yes");
  const left = JSON.parse((await run("stack", "export")).stdout);
  assert.deepEqual(left.deployment.resources ?? [], []);
});
