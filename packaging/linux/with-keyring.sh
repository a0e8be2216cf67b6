#!/usr/bin/env bash
# with-keyring.sh COMMAND… -- runs a command in a session of its own, with an unlocked GNOME keyring.
set -euo pipefail
mkdir -p "$HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
# shellcheck disable=SC2016 # the inner shell expands these
exec dbus-run-session -- bash -c '
  printf "%s" "check" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
  for _ in $(seq 50); do
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
      org.freedesktop.DBus.Peer.Ping >/dev/null 2>&1 && break
    sleep 0.1
  done
  "$@"
' bash "$@"
