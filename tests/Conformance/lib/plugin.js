"use strict";

// The plugin as a process, started and called the way an engine does it.

const { spawn } = require("node:child_process");
const { once } = require("node:events");
const path = require("node:path");
const readline = require("node:readline");
const { promisify } = require("node:util");
const grpc = require("@grpc/grpc-js");
const services = require("@pulumi/pulumi/proto/provider_grpc_pb.js");

const root = path.resolve(__dirname, "../../..");
const binary = process.env.NUMBERS_PLUGIN ?? path.join(root, "bin", "pulumi-resource-numbers");

// What Pulumi's own engine and SDKs set.
const channelOptions = {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
  "grpc.max_send_message_length": 400 * 1024 * 1024,
};

class Plugin {
  constructor(child, port, lines) {
    this.process = child;
    this.port = port;
    this.lines = lines;
    this.client = new services.ResourceProviderClient(
      `127.0.0.1:${port}`,
      grpc.credentials.createInsecure(),
      channelOptions,
    );
  }

  /** Starts the plugin; its first line of output must be the port and nothing else. */
  static async start({ args = [], env = {} } = {}) {
    const child = spawn(binary, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    child.stderr.resume();
    const lines = [];
    const output = readline.createInterface({ input: child.stdout });
    const first = await new Promise((resolve, reject) => {
      output.once("line", resolve);
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`${binary} ended with ${code} before it wrote its port`)));
    });
    output.on("line", (line) => lines.push(line));
    if (!/^\d{1,5}$/.test(first)) {
      child.kill("SIGKILL");
      throw new Error(`the first line of output must be the port, it is: ${first}`);
    }
    return new Plugin(child, Number(first), lines);
  }

  /** Makes a unary call; rejects with grpc-js's ServiceError. */
  call(method, request, options = {}) {
    return promisify(this.client[method].bind(this.client))(request, new grpc.Metadata(), options);
  }

  /** Makes a server-streaming call and gathers its messages. */
  async stream(method, request) {
    const messages = [];
    for await (const message of this.client[method](request)) {
      messages.push(message);
    }
    return messages;
  }

  /** Asks the process to end and returns its exit code. */
  async stop(signal = "SIGTERM") {
    this.client.close();
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const exited = once(this.process, "exit");
      this.process.kill(signal);
      await exited;
    }
    return this.process.exitCode;
  }
}

module.exports = { Plugin, root, binary };
