#!/usr/bin/env bash
# image-built.sh IMAGE -- signs the image before it goes into an installer, when MACOS_SIGN_IDENTITY names a
# "Developer ID Application" identity of the keychain, or of the one MACOS_KEYCHAIN names. JAVA_HOME is the JDK
# that built the image.
set -euo pipefail
image=$1
if [ -z "${MACOS_SIGN_IDENTITY:-}" ]; then
  echo "-- signing is skipped: MACOS_SIGN_IDENTITY is not set"
  exit 0
fi
keychain=()
[ -z "${MACOS_KEYCHAIN:-}" ] || keychain=(--mac-signing-keychain "$MACOS_KEYCHAIN")
"$JAVA_HOME/bin/jpackage" @packaging/macos/sign.args --app-image "$image" \
  --mac-app-image-sign-identity "$MACOS_SIGN_IDENTITY" ${keychain[@]+"${keychain[@]}"}
codesign --verify --deep --strict "$image"
