#!/usr/bin/env bash
# notarize.sh FILE -- has Apple notarize a signed file and staples the ticket to it, when MACOS_NOTARY_KEY names
# the file of an App Store Connect key, with its MACOS_NOTARY_KEY_ID and MACOS_NOTARY_ISSUER.
set -euo pipefail
file=$1
if [ -z "${MACOS_NOTARY_KEY:-}" ]; then
  echo "-- notarization is skipped: MACOS_NOTARY_KEY is not set"
  exit 0
fi
xcrun notarytool submit "$file" --wait --timeout 30m \
  --key "$MACOS_NOTARY_KEY" --key-id "$MACOS_NOTARY_KEY_ID" --issuer "$MACOS_NOTARY_ISSUER"
# Fails when Apple refused the file.
xcrun stapler staple "$file"
