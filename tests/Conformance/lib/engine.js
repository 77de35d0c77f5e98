"use strict";

// The engine's end of the log, served by grpc-js.

const { promisify } = require("node:util");
const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const services = require("@pulumi/pulumi/proto/engine_grpc_pb.js");

class Engine {
  constructor() {
    this.messages = [];
    this.server = new grpc.Server();
    this.server.addService(services.EngineService, {
      log: (call, reply) => {
        this.messages.push(call.request.toObject());
        reply(null, new Empty());
      },
      getRootResource: (_, reply) => reply({ code: grpc.status.UNIMPLEMENTED }),
      setRootResource: (_, reply) => reply({ code: grpc.status.UNIMPLEMENTED }),
      startDebugging: (_, reply) => reply({ code: grpc.status.UNIMPLEMENTED }),
      requirePulumiVersion: (_, reply) => reply({ code: grpc.status.UNIMPLEMENTED }),
    });
  }

  static async start() {
    const engine = new Engine();
    const bind = promisify(engine.server.bindAsync.bind(engine.server));
    engine.address = `127.0.0.1:${await bind("127.0.0.1:0", grpc.ServerCredentials.createInsecure())}`;
    return engine;
  }

  stop() {
    this.server.forceShutdown();
  }
}

module.exports = { Engine };
