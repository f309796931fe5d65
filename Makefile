.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

# Swift sources that people write; what is generated is formatted by its generator.
HAND_WRITTEN := $(shell git ls-files --cached --others --exclude-standard '*.swift' | grep -v /Generated/)
# Protocol and signature vectors: named by the environment, or in a folder of that name beside the checkout.
COSELL_CONFORMANCE ?= $(firstword $(wildcard ../conformance ../*/conformance))
ifneq ($(COSELL_CONFORMANCE),)
export COSELL_CONFORMANCE
endif
# Flags for `make run`, such as ARGS="--port 4281".
ARGS ?=
# One part of `make bench`: servers or lists; empty for both.
PART ?=

.PHONY: help run test build debug generate format lint bench soak ci clients unit fetch-model check-model other-models

help: ## Show what can be made.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: build ## Build a release and serve on http://127.0.0.1:4280.
	@exec .build/release/cosell serve $(ARGS)

build: ## Build a release of cosell.
	@scripts/install-requirements build
	@swift build -c release --product cosell

test: unit build clients ## Run all tests: Swift's, then real clients against the server.

unit: ## Run the Swift tests, with a private PostgreSQL.
	@scripts/install-requirements test
	@swift build --build-tests --explicit-target-dependency-import-check error
	@scripts/with-postgres swift test --skip-build --parallel

clients: ## Run boto3 and the AWS CLI against the release.
	@scripts/install-requirements test
	@scripts/with-postgres scripts/test-clients

generate: ## Write the generated sources anew from Models/.
	@swift run generate-model

format: ## Format the sources.
	@swift format --in-place --configuration .swift-format $(HAND_WRITTEN)

lint: ## Say what is not formatted, or against the style.
	@swift format lint --strict --configuration .swift-format $(HAND_WRITTEN)

bench: build ## Measure: Cosell beside its ceilings and other emulators, and lists by the size of the store.
	@swift build -c release --product cosell-bench
	@scripts/bench $(PART)

soak: debug build ## Run the random tests long: COSELL_SOAK multiplies their rounds.
	@COSELL_SOAK=$${COSELL_SOAK:-50} scripts/with-postgres swift test --skip-build
	@COSELL_CRASH_ROUNDS=$${COSELL_CRASH_ROUNDS:-100} scripts/with-postgres scripts/test-clients -k crash

debug:
	@swift build --build-tests

ci: lint unit build clients other-models ## What continuous integration runs.

other-models: ## Generate and type-check other services' models, which the generator must take as they are.
	@scripts/check-other-models

fetch-model: ## Import the service model from the pinned botocore.
	@"$$(scripts/venv Clients)/bin/python" scripts/import-model

check-model: ## Say whether the newest botocore's model differs from ours.
	@python3 -m venv --clear .build/venv-newest
	@.build/venv-newest/bin/pip install --quiet --disable-pip-version-check botocore
	@.build/venv-newest/bin/python scripts/import-model --check
