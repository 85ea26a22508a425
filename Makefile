# `make` lists what there is. Thin: the work is in scripts/.

.DEFAULT_GOAL := help
.PHONY: help run test build setup assets format lint unit rust-tests parity browser-tests screens bench clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: ## build what changed and serve http://localhost:8080
	@scripts/run

test: ## every check, from cheap to dear, with the time of each
	@scripts/test

build: ## the program for production: target/release/zvh, and what the browser loads
	@scripts/setup
	@scripts/bundle
	cargo build --release --locked -p server

setup: ## tools and packages, also those of the tests
	@scripts/setup tests

assets: ## what the browser loads: target/site
	@scripts/bundle

format: ## write all Rust as rustfmt wants it
	cargo fmt --all

lint: ## formatting and clippy
	@scripts/test format lint

unit: ## the tests of the rules only, the quickest there are
	cargo test -p domain

rust-tests: ## all Rust tests, the store on SQLite and on PostgreSQL
	@scripts/test rust

parity: ## browser and server judge 100,000 sets of answers alike
	@scripts/parity

browser-tests: ## journeys and accessibility in Chromium
	@scripts/test setup bundle browser

screens: ## pictures of the pages, for the documentation
	@scripts/test setup bundle
	cargo build --quiet --locked -p server
	npm run screens --silent --prefix tests/browser

bench: ## measure, side by side with others where that can be
	@scripts/bench

clean: ## remove what was built; tools and data stay
	cargo clean
