#!/usr/bin/env bash
# package-dmg-built.sh FILE -- signs the disk image and has Apple notarize it.
set -euo pipefail
file=$1
if [ -z "${MACOS_SIGN_IDENTITY:-}" ]; then
  echo "-- signing is skipped: MACOS_SIGN_IDENTITY is not set"
  exit 0
fi
codesign --force --timestamp --sign "$MACOS_SIGN_IDENTITY" ${MACOS_KEYCHAIN:+--keychain "$MACOS_KEYCHAIN"} "$file"
bash "$(dirname "$0")/notarize.sh" "$file"
