#!/usr/bin/env bash
# Takes away what open-identity.sh made.
set -euo pipefail
keychain=$RUNNER_TEMP/signing.keychain-db
[ ! -e "$keychain" ] || security delete-keychain "$keychain"
rm -f "$RUNNER_TEMP/notary-key.p8"
