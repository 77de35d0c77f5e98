"use strict";

// ResourceProvider's calls with plain objects in and out, in the order and with the fields that an engine sends.

const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const messages = require("@pulumi/pulumi/proto/provider_pb.js");
const statuses = require("@pulumi/pulumi/proto/status_pb.js");
const { Engine } = require("./engine.js");
const { Plugin } = require("./plugin.js");
const { struct } = require("./values.js");

const stack = "urn:pulumi:dev::shop::";

const object = (value) => value?.toJavaScript() ?? null;

class Provider {
  constructor(plugin, engine) {
    this.plugin = plugin;
    this.engine = engine;
  }

  /** Starts the plugin and brings it to where an engine registers resources. */
  static async configured({ config = {}, env } = {}) {
    const engine = await Engine.start();
    const provider = new Provider(await Plugin.start({ args: [engine.address], env }), engine);
    await provider.handshake();
    const checked = await provider.checkConfig(config);
    if (checked.failures.length > 0) {
      throw new Error(`CheckConfig: ${JSON.stringify(checked.failures)}`);
    }
    await provider.configure(checked.inputs);
    return provider;
  }

  async stop() {
    await this.plugin.stop();
    this.engine.stop();
  }

  async handshake() {
    const request = new messages.ProviderHandshakeRequest();
    request.setEngineAddress(this.engine.address);
    request.setConfigureWithUrn(true);
    request.setSupportsRefreshBeforeUpdate(true);
    request.setInvokeWithPreview(true);
    return (await this.plugin.call("handshake", request)).toObject();
  }

  async pluginInfo() {
    return (await this.plugin.call("getPluginInfo", new Empty())).toObject();
  }

  async schema() {
    return JSON.parse((await this.plugin.call("getSchema", new messages.GetSchemaRequest())).getSchema());
  }

  async checkConfig(news) {
    const request = new messages.CheckRequest();
    request.setUrn(`${stack}pulumi:providers:numbers::default`);
    request.setName("default");
    request.setType("pulumi:providers:numbers");
    request.setNews(struct(news));
    const response = await this.plugin.call("checkConfig", request);
    return { inputs: object(response.getInputs()), failures: response.getFailuresList().map((f) => f.toObject()) };
  }

  async configure(args) {
    const request = new messages.ConfigureRequest();
    request.setArgs(struct(args));
    request.setAcceptsecrets(true);
    request.setAcceptresources(true);
    request.setSendsOldInputs(true);
    request.setSendsOldInputsToDelete(true);
    return (await this.plugin.call("configure", request)).toObject();
  }

  async check(type, name, news, olds) {
    const request = new messages.CheckRequest();
    address(request, type, name);
    request.setRandomseed(Buffer.alloc(32, 7));
    request.setNews(struct(news));
    if (olds) {
      request.setOlds(struct(olds));
    }
    const response = await this.plugin.call("check", request);
    return { inputs: object(response.getInputs()), failures: response.getFailuresList().map((f) => f.toObject()) };
  }

  async diff(type, name, { id, olds, oldInputs, news }) {
    const request = new messages.DiffRequest();
    address(request, type, name);
    request.setId(id);
    request.setOlds(struct(olds));
    request.setOldInputs(struct(oldInputs));
    request.setNews(struct(news));
    const response = await this.plugin.call("diff", request);
    const kindNames = Object.fromEntries(Object.entries(messages.PropertyDiff.Kind).map(([name, kind]) => [kind, name]));
    const detailed = {};
    response.getDetaileddiffMap().forEach((change, path) => {
      detailed[path] = kindNames[change.getKind()];
    });
    return {
      changes: response.getChanges() === messages.DiffResponse.DiffChanges.DIFF_SOME,
      hasDetailedDiff: response.getHasdetaileddiff(),
      replaces: response.getReplacesList(),
      detailed,
    };
  }

  async create(type, name, properties, { preview = false } = {}) {
    const request = new messages.CreateRequest();
    address(request, type, name);
    request.setProperties(struct(properties));
    request.setPreview(preview);
    const response = await this.plugin.call("create", request);
    return { id: response.getId(), state: object(response.getProperties()) };
  }

  /** Reads for a refresh; without `state` and `inputs`, which are then not set at all, for an import. */
  async read(type, name, id, { state, inputs } = {}) {
    const request = new messages.ReadRequest();
    address(request, type, name);
    request.setId(id);
    if (state) {
      request.setProperties(struct(state));
    }
    if (inputs) {
      request.setInputs(struct(inputs));
    }
    const response = await this.plugin.call("read", request);
    return { id: response.getId(), state: object(response.getProperties()), inputs: object(response.getInputs()) };
  }

  async update(type, name, { id, olds, oldInputs, news }) {
    const request = new messages.UpdateRequest();
    address(request, type, name);
    request.setId(id);
    request.setOlds(struct(olds));
    request.setOldInputs(struct(oldInputs));
    request.setNews(struct(news));
    return { state: object((await this.plugin.call("update", request)).getProperties()) };
  }

  async delete(type, name, { id, state, inputs }) {
    const request = new messages.DeleteRequest();
    address(request, type, name);
    request.setId(id);
    request.setProperties(struct(state));
    request.setOldInputs(struct(inputs));
    await this.plugin.call("delete", request);
  }

  async invoke(token, args) {
    const request = new messages.InvokeRequest();
    request.setTok(token);
    request.setArgs(struct(args));
    const response = await this.plugin.call("invoke", request);
    return { result: object(response.getReturn()), failures: response.getFailuresList().map((f) => f.toObject()) };
  }

  async list(type) {
    const request = new messages.ListRequest();
    request.setToken(type);
    request.setQuery(struct({}));
    const answers = await this.plugin.stream("list", request);
    return answers.filter((answer) => answer.hasResult()).map((answer) => answer.getResult().toObject());
  }
}

function address(request, type, name) {
  request.setUrn(`${stack}${type}::${name}`);
  request.setName(name);
  request.setType(type);
}

/** The messages of one type in the details of a failed call. */
function details(error, typeName) {
  return error.metadata.get("grpc-status-details-bin").flatMap((bytes) =>
    statuses.Status.deserializeBinary(bytes)
      .getDetailsList()
      .filter((any) => any.getTypeUrl() === `type.googleapis.com/pulumirpc.${typeName}`)
      .map((any) => messages[typeName].deserializeBinary(any.getValue_asU8())),
  );
}

module.exports = { Provider, details, object };
