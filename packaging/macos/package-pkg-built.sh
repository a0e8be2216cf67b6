#!/usr/bin/env bash
# package-pkg-built.sh FILE -- signs the installer with the "Developer ID Installer" identity that
# MACOS_INSTALLER_IDENTITY names, and has Apple notarize it.
set -euo pipefail
file=$1
if [ -z "${MACOS_INSTALLER_IDENTITY:-}" ]; then
  echo "-- signing is skipped: MACOS_INSTALLER_IDENTITY is not set"
  exit 0
fi
signed=$INSTALLER_WORK/signed.pkg
productsign --timestamp --sign "$MACOS_INSTALLER_IDENTITY" ${MACOS_KEYCHAIN:+--keychain "$MACOS_KEYCHAIN"} "$file" "$signed"
mv "$signed" "$file"
bash "$(dirname "$0")/notarize.sh" "$file"
