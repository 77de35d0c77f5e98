# Everything here needs the .NET SDK and make, nothing else, but for `make dist`, which needs a linker too.
# `make up` and `make test` are the two to know.
SHELL         := /bin/bash
.SHELLFLAGS   := -o pipefail -ec
.DEFAULT_GOAL := build

export CONFIGURATION ?= Release
STACK         ?= dev
PROGRAM       ?= examples/csharp
# The stack remembers where its carriers are, so they come back at the same port.
EMULATOR_PORT ?= 8127
# Further flags for the deployment: make up ARGS="--refresh --expect-no-changes"
ARGS          ?=

PULUMI        := $(shell command -v pulumi 2>/dev/null)

# The published Pulumi SDK where the package feed carries it, the stand-in of sdk/local elsewhere; asked once.
SDK_CHOICE    := .state/pulumi-sdk
use_sdk        = export PulumiSdk=$${PulumiSdk:-$$(cat $(SDK_CHOICE))};

# The example's secrets are the emulator's public credentials, so their passphrase is public too.
export PULUMI_CONFIG_PASSPHRASE ?= emulator
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1

STATE    := $(CURDIR)/.state
PLUGIN   := bin/pulumi-resource-numbers
VERSION   = $(shell sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
EMULATOR := tests/Emulator/bin/$(CONFIGURATION)/net10.0/PulumiNumbers.Emulator.dll
ENGINE   := tests/Engine/bin/$(CONFIGURATION)/net10.0/PulumiNumbers.Engine.dll

# What each program is built from; bin/ and obj/ are what the build itself writes.
sources = $(shell find $(1) -type f \( -name '*.cs' -o -name '*.csproj' -o -name '*.proto' -o -name '*.json' -o -name '*.props' -o -name '*.md' \) -not -path '*/bin/*' -not -path '*/obj/*') $(wildcard Directory.*.props)
# A test that hangs is named and fails, however long the run may take.
hang_limit = --blame-hang-timeout 5min --blame-hang-dump-type none
dotnet_build = dotnet build $(1) --configuration $(CONFIGURATION) --nologo --verbosity quiet

.PHONY: build test up preview refresh destroy emulator provider schema sdk docs soak fuzz lint clean conformance acceptance dist native bench

build: provider
	$(call dotnet_build,PulumiNumbers.sln)

provider: $(PLUGIN)

$(PLUGIN): $(call sources,provider)
	dotnet publish provider/Provider --configuration $(CONFIGURATION) --output bin --nologo --verbosity quiet
	@touch $@

$(EMULATOR): $(call sources,tests/Emulator)
	$(call dotnet_build,tests/Emulator)
	@touch $@

$(ENGINE): $(call sources,tests/Engine provider/Rpc)
	$(call dotnet_build,tests/Engine)
	@touch $@

$(SDK_CHOICE): sdk/dotnet/Pulumi.Numbers.csproj Directory.Packages.props
	@mkdir -p $(STATE)
	@dotnet restore sdk/dotnet -p:PulumiSdk=package >/dev/null 2>&1 && echo package >$@ || echo local >$@

# The emulator runs for as long as the deployment does and keeps what the carriers hold in .state/.
carriers = dotnet $(EMULATOR) run --port $(EMULATOR_PORT) --state $(STATE)/carriers.json --

ifdef PULUMI
deploy = $(use_sdk) PULUMI_BACKEND_URL=file://$(STATE) $(carriers) $(PULUMI) $(1) --cwd $(PROGRAM) --stack $(STACK) $(ARGS)
engine = $(PLUGIN) $(EMULATOR) $(SDK_CHOICE) stack
else
deploy = $(use_sdk) $(carriers) dotnet $(ENGINE) $(1) --cwd $(PROGRAM) --stack $(STACK) --state-dir $(STATE) $(ARGS)
engine = $(PLUGIN) $(EMULATOR) $(ENGINE) $(SDK_CHOICE) which
endif

.PHONY: which stack
which:
	@echo "Deploying with the engine of tests/Engine: there is no pulumi on PATH."
stack:
	@echo "Deploying with $(PULUMI)."
	@mkdir -p $(STATE)
	@PULUMI_BACKEND_URL=file://$(STATE) $(PULUMI) stack select --create --cwd $(PROGRAM) $(STACK)

up: $(engine)
	@$(call deploy,up --yes)

preview: $(engine)
	@$(call deploy,preview)

refresh: $(engine)
	@$(call deploy,refresh --yes)

destroy: $(engine)
	@$(call deploy,destroy --yes)

emulator: $(EMULATOR)
	@mkdir -p $(STATE)
	@dotnet $(EMULATOR) --port $(EMULATOR_PORT) --state $(STATE)/carriers.json

schema: $(PLUGIN)
	$(PLUGIN) schema > schema.json

sdk: schema
	dotnet run --project sdk/generator --configuration $(CONFIGURATION) -- dotnet schema.json sdk/dotnet

docs: schema
	dotnet run --project sdk/generator --configuration $(CONFIGURATION) -- docs schema.json docs

test: build
	dotnet test PulumiNumbers.sln --configuration $(CONFIGURATION) --no-build --nologo $(hang_limit)
	$(MAKE) --no-print-directory conformance

# On another binary: make conformance PLUGIN=dist/linux-amd64/pulumi-resource-numbers
conformance: provider $(EMULATOR) $(ENGINE)
	@NUMBERS_PLUGIN=$(abspath $(PLUGIN)) tests/Conformance/run

# What users get: archives for each platform in dist/, each with one file that needs no .NET. TARGETS="linux-amd64 windows-amd64" for some.
TARGETS ?=
dist:
	@tools/dist $(TARGETS)

# The suites that can start the plugin as a process, on the native binary of this machine.
NATIVE_TARGET  := linux-$(if $(filter aarch64,$(shell uname -m)),arm64,amd64)
NATIVE_ARCHIVE  = dist/pulumi-resource-numbers-v$(VERSION)-$(NATIVE_TARGET).tar.gz
NATIVE         := dist/$(NATIVE_TARGET)/pulumi-resource-numbers

$(NATIVE): $(call sources,provider) tools/dist
	@tools/dist $(NATIVE_TARGET)
	@mkdir -p $(dir $@) && tar -xzf $(NATIVE_ARCHIVE) -C $(dir $@)
	@touch $@

native: $(NATIVE) $(EMULATOR) $(ENGINE)
	NUMBERS_PLUGIN=$(abspath $(NATIVE)) dotnet test tests/Lifecycle --configuration $(CONFIGURATION) --nologo $(hang_limit)
	$(MAKE) --no-print-directory conformance PLUGIN=$(NATIVE)

# How fast the plugin is and how much memory it takes; others beside it: make bench ARGS="--plugin before=/path/to/pulumi-resource-numbers"
bench: provider $(EMULATOR)
	dotnet run --project tests/Benchmarks --configuration $(CONFIGURATION) -- --plugin this=$(abspath $(PLUGIN)) $(ARGS)

# The lives of the example stacks under the real CLI, where there is one: tests/Acceptance/run has the cases, CASES="3 drift" picks some.
acceptance: provider $(EMULATOR) $(SDK_CHOICE)
	@$(use_sdk) tests/Acceptance/run bin $(EMULATOR) $(CASES)

# Longer rounds of two tests, each time with another seed, which their output names.
soak: export SOAK_OPERATIONS ?= 100000
soak: export SOAK_SEED ?= $(shell date +%s)
soak:
	dotnet test tests/Hardening --configuration $(CONFIGURATION) --nologo --filter FullyQualifiedName~SoakTests --logger "console;verbosity=detailed"

fuzz: export FUZZ_MESSAGES ?= 500000
fuzz: export FUZZ_SEED ?= $(shell date +%s)
fuzz:
	dotnet test tests/Hardening --configuration $(CONFIGURATION) --nologo --filter FullyQualifiedName~Fuzz.FuzzTests --logger "console;verbosity=detailed"

lint:
	dotnet format whitespace PulumiNumbers.sln --verify-no-changes

clean:
	rm -rf bin dist .state
	find provider sdk examples tests -type d \( -name bin -o -name obj -o -name TestResults -o -name node_modules \) -prune -exec rm -rf {} +
