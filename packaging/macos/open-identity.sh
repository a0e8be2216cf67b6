#!/usr/bin/env bash
# Makes the signing identities of the secrets usable, for a release on a fresh machine: MACOS_CERTIFICATES is a
# PKCS #12 file in Base64 with both identities, MACOS_CERTIFICATES_PASSWORD its password; MACOS_NOTARY_KEY_FILE
# is the notarization key in Base64. What the build needs to know goes to GITHUB_ENV.
set -euo pipefail
if [ -z "${MACOS_CERTIFICATES:-}" ]; then
  echo "-- signing is skipped: the secret MACOS_CERTIFICATES is not set"
  exit 0
fi
umask 077
keychain=$RUNNER_TEMP/signing.keychain-db
password=$(openssl rand -base64 30)
certificates=$RUNNER_TEMP/certificates.p12
trap 'rm -f "$certificates"' EXIT

printf '%s' "$MACOS_CERTIFICATES" | base64 --decode >"$certificates"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$certificates" -k "$keychain" -f pkcs12 -P "$MACOS_CERTIFICATES_PASSWORD" \
  -T /usr/bin/codesign -T /usr/bin/productsign
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db

identity() {
  security find-identity -v "$keychain" | sed -n "s/.*\"\($1: .*\)\"/\1/p" | head -n 1
}
{
  echo "MACOS_KEYCHAIN=$keychain"
  echo "MACOS_SIGN_IDENTITY=$(identity 'Developer ID Application')"
  echo "MACOS_INSTALLER_IDENTITY=$(identity 'Developer ID Installer')"
} >>"$GITHUB_ENV"

if [ -n "${MACOS_NOTARY_KEY_FILE:-}" ]; then
  key=$RUNNER_TEMP/notary-key.p8
  printf '%s' "$MACOS_NOTARY_KEY_FILE" | base64 --decode >"$key"
  echo "MACOS_NOTARY_KEY=$key" >>"$GITHUB_ENV"
fi
