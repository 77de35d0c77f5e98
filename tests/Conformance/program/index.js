"use strict";

const pulumi = require("@pulumi/pulumi");

// What a generated SDK would bring: classes that name the types, and the plugin's version.
class NumberPool extends pulumi.CustomResource {
  constructor(name, args, options) {
    super("numbers:index:NumberPool", name, { fallback: undefined, accountId: undefined, ...args }, options);
  }
}

class PoolMembership extends pulumi.CustomResource {
  constructor(name, args, options) {
    super("numbers:index:PoolMembership", name, args, options);
  }
}

class OwnedNumber extends pulumi.CustomResource {
  constructor(name, args, options) {
    super("numbers:index:OwnedNumber", name, { number: undefined, monthlyFee: undefined, ...args }, options);
  }
}

class ContactCentre extends pulumi.ComponentResource {
  constructor(name, options) {
    super("conformance:index:ContactCentre", name, {}, options);
    this.pool = new NumberPool("senders", { poolId: "node-senders", fallback: "Reject" }, { parent: this });
    this.registerOutputs({ pool: this.pool.id });
  }
}

const config = new pulumi.Config();
const centre = new ContactCentre("centre");
const membership = new PoolMembership("members", {
  poolId: centre.pool.id.apply((id) => id.split("/")[1]),
  numbers: ["+44 7700 900010", "447700900011"],
});
const line = new OwnedNumber("line", { carrier: "kpn", country: "NL" }, { dependsOn: membership });
const owned = pulumi.runtime.invokeOutput("numbers:index:getOwnedNumbers", { carrier: "kpn" }, { dependsOn: [line] });

module.exports = {
  pool: centre.pool.id,
  fallback: centre.pool.fallback,
  number: line.number,
  fee: line.monthlyFee,
  ownsOneAtLeast: owned.apply((result) => JSON.stringify(result).length > 2),
  greeting: config.get("greeting") ?? "none",
  hidden: pulumi.secret("a secret"),
};
