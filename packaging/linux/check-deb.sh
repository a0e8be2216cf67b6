#!/usr/bin/env bash
# check-deb.sh [FILE.deb] -- tries the Debian package as an administrator meets it, on this machine, as root:
# installs it into a clean root with nothing but what it declares, runs the installed program, upgrades it,
# removes it, and looks at what is left. Prints each step and its outcome; ends with 1 at the first failure.
#
# Needs: mmdebstrap xvfb lintian; for the sign-ins dbus gnome-keyring openssl, samba samba-ad-dc
# samba-ad-provision winbind. The clean root is made from this machine's own package sources.
# shellcheck disable=SC2016 # dpkg-query's own fields, and what an inner shell expands
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
deb=${1:-$(find "$project/target/installer" -maxdepth 1 -name '*.deb' | head -1)}
work=$(mktemp -d /tmp/workspace-admin-check.XXXXXX)
root=$work/root
pids=()
step=

say() { printf '%-8s%s\n' "$1" "$2"; }
begin() { step=$1; started=$SECONDS; }
done_() { say ok "$step ($((SECONDS - started)) s)${1:+: $1}"; }
fail() {
  say FAILED "$step: $*"
  exit 1
}
finish() {
  local code=$?
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for mount in proc dev tmp/.X11-unix; do
    mountpoint -q "$root/$mount" && umount "$root/$mount"
  done
  if [ $code -ne 0 ]; then
    say "" "kept for a look: $work"
  else
    rm -rf "$work"
  fi
  exit $code
}
trap finish EXIT
trap 'fail "line $LINENO: $BASH_COMMAND"' ERR

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"; }
as_user() { inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/admin "$@"; }

[ "$(id -u)" -eq 0 ] || { echo "run as root" >&2; exit 1; }
[ -f "$deb" ] || { echo "no package: build it with mvn -Pinstaller verify" >&2; exit 1; }
deb=$(readlink -f "$deb")
say "" "package $(basename "$deb"), $(($(stat -c %s "$deb") / 1000000)) MB"

begin "lintian finds no error that is not explained"
lintian --fail-on error "$deb" >"$work/lintian.txt" 2>&1 || { cat "$work/lintian.txt"; fail "see above"; }
done_ "$(grep -c '^W:' "$work/lintian.txt" || true) warnings"

begin "a clean root from this machine's package sources"
sources=()
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
  [ -s "$list" ] && sources+=("$list")
done
# shellcheck source=/dev/null
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mmdebstrap --quiet --variant=minbase "$suite" "$root" "${sources[@]}" >"$work/mmdebstrap.txt" 2>&1 ||
  { tail -20 "$work/mmdebstrap.txt"; fail "mmdebstrap"; }
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
cp /etc/resolv.conf "$root/etc/resolv.conf"
# What this machine needs to reach its sources.
for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*; do
  if [ -f "$file" ]; then cp "$file" "$root/etc/apt/${file#/etc/apt/}"; fi
done
cp -r /etc/ssl/certs "$root/etc/ssl/" 2>/dev/null || true
inside useradd --create-home --uid 1000 admin
(cd "$root" && find . -xdev -path ./proc -prune -o -path ./dev -prune -o -print | sort) >"$work/before.txt"
done_ "$suite"

begin "apt-get install ./$(basename "$deb"), only what it declares"
cp "$deb" "$root/tmp/"
inside env DEBIAN_FRONTEND=noninteractive apt-get update -qq >"$work/apt.txt" 2>&1 || true
inside env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
  "/tmp/$(basename "$deb")" >>"$work/apt.txt" 2>&1 || { tail -20 "$work/apt.txt"; fail "apt-get"; }
version=$(inside dpkg-query -W -f '${Version}' workspace-admin)
done_ "version $version, $(inside dpkg-query -W -f '${Installed-Size}' workspace-admin | awk '{print int($1/1000)}') MB"

begin "every library finds what it is linked to"
# Those of the Java runtime itself are loaded before they are asked for.
missing=$(inside sh -c 'find /usr/lib/workspace-admin -name "*.so" -exec ldd {} + 2>/dev/null' |
  grep 'not found' | grep -vE 'lib(jvm|java|awt|net|freetype)\.so ' | sort -u || true)
[ -z "$missing" ] || fail "$missing"
done_

begin "the commands and the menu entries are there"
inside test -x /usr/bin/workspace-admin -a -x /usr/bin/workspace-admin-safe-graphics
as_user workspace-admin --version | grep -q "Workspace Admin ${version%%-*}" || fail "--version"
for entry in workspace-admin workspace-admin-safe-graphics; do
  grep -q "^Exec=$entry$" "$root/usr/share/applications/$entry.desktop" || fail "$entry.desktop"
done
if command -v desktop-file-validate >/dev/null; then
  desktop-file-validate "$root"/usr/share/applications/workspace-admin*.desktop
fi
done_

begin "self-check in the clean root"
as_user workspace-admin --self-check >"$work/self.txt" || { cat "$work/self.txt"; fail "self-check"; }
grep -q '^ok *start-cache' "$work/self.txt" || { cat "$work/self.txt"; fail "the AOT cache is not used"; }
done_

begin "nothing is unpacked and nothing is said at a start"
as_user sh -c 'workspace-admin --version 2>&1 >/dev/null; ls -A ~/.openjfx ~/.cache /tmp/*.so /tmp/sqlite* 2>/dev/null' \
  >"$work/said.txt" || true
[ ! -s "$work/said.txt" ] || fail "$(cat "$work/said.txt")"
done_

begin "tour of the installed program, without a display"
as_user sh -c 'cd; workspace-admin --tour tour-headless --home home-headless' >"$work/tour-headless.txt" 2>&1 ||
  { tail -20 "$work/tour-headless.txt"; fail "tour"; }
done_ "$(find "$root/home/admin/tour-headless" -name '*.png' | wc -l) steps"

begin "tour of the installed program under Xvfb"
display=:$((90 + RANDOM % 900))
Xvfb $display -screen 0 1280x1024x24 -nolisten tcp -ac >"$work/xvfb.txt" 2>&1 &
pids+=($!)
mkdir -p "$root/tmp/.X11-unix"
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
as_user env DISPLAY=$display sh -c 'cd; workspace-admin --tour tour-x --home home' >"$work/tour-x.txt" 2>&1 ||
  { tail -20 "$work/tour-x.txt"; fail "tour"; }
done_ "$(find "$root/home/admin/tour-x" -name '*.png' | wc -l) steps"

begin "the window opens with safe graphics too"
as_user env DISPLAY=$display workspace-admin-safe-graphics --measure-start --home /home/admin/home-safe \
  >"$work/safe.txt" 2>&1 || { cat "$work/safe.txt"; fail "safe graphics"; }
done_

begin "upgrade to a higher version keeps settings and journal"
(cd "$root/home/admin/home" && find . -type f \( -name 'journal.db' -o -name '*.json' \) -exec sha256sum {} +) | sort >"$work/data.txt"
[ -s "$work/data.txt" ] || fail "the tour left no data"
dpkg-deb --raw-extract "$deb" "$work/higher"
higher="${version%%-*}.1-upgrade"
sed -i "s/^Version:.*/Version: $higher/" "$work/higher/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 --build "$work/higher" "$root/tmp/higher.deb" >/dev/null
rm -rf "$work/higher"
inside env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /tmp/higher.deb \
  >>"$work/apt.txt" 2>&1 || { tail -20 "$work/apt.txt"; fail "apt-get"; }
[ "$(inside dpkg-query -W -f '${Version}' workspace-admin)" = "$higher" ] || fail "not upgraded"
(cd "$root/home/admin/home" && sha256sum --check --quiet) <"$work/data.txt" || fail "data changed"
as_user env DISPLAY=$display workspace-admin --measure-start --home /home/admin/home >"$work/again.txt" 2>&1 ||
  { cat "$work/again.txt"; fail "the upgraded program does not start with the old data"; }
done_ "$version -> $higher"

begin "key store: the Secret Service, from the installed program"
if command -v gnome-keyring-daemon >/dev/null && command -v dbus-run-session >/dev/null; then
  HOME=$work/keyring XDG_DATA_HOME=$work/keyring XDG_RUNTIME_DIR=$work/keyring \
    "$here/with-keyring.sh" "$root/usr/lib/workspace-admin/bin/workspace-admin" --self-check >"$work/keyring.txt" 2>&1 || true
  grep -q '^ok *key-store *SECRET_SERVICE READY' "$work/keyring.txt" || { cat "$work/keyring.txt"; fail "key store"; }
  done_ "$(grep key-store "$work/keyring.txt" | tr -s ' ')"
else
  say skipped "$step: needs dbus and gnome-keyring"
fi

begin "TLS through the system's bundle, from the installed program"
"$here/with-tls-server.sh" "$work/tls" "$root" "$root/usr/lib/workspace-admin/bin/workspace-admin" >"$work/tls.txt" 2>&1 ||
  { cat "$work/tls.txt"; fail "TLS"; }
done_ "$(grep '^ok *reach' "$work/tls.txt" | tr -s ' ')"

begin "Kerberos sign-in to a Samba domain controller, from the installed program"
if command -v samba >/dev/null && command -v samba-tool >/dev/null; then
  "$here/with-samba.sh" "$root/usr/lib/workspace-admin/bin/workspace-admin" >"$work/samba.txt" 2>&1 ||
    { tail -30 "$work/samba.txt"; fail "Kerberos"; }
  done_ "$(grep '^ok *directory' "$work/samba.txt" | tr -s ' ' | cut -c1-160)"
else
  say skipped "$step: needs samba samba-ad-dc samba-ad-provision winbind"
fi

begin "removal leaves nothing but the user's data"
inside env DEBIAN_FRONTEND=noninteractive apt-get purge -y -qq workspace-admin >>"$work/apt.txt" 2>&1
inside env DEBIAN_FRONTEND=noninteractive apt-get autoremove --purge -y -qq >>"$work/apt.txt" 2>&1
left=$(find "$root/usr" "$root/etc" "$root/var" "$root/opt" -iname '*workspace*admin*' ! -path '*/var/cache/apt/*' ! -path '*/var/log/*' || true)
[ -z "$left" ] || fail "$left"
test -s "$root/home/admin/home/journal.db" || fail "the user's data is gone"
done_

say "" "everything held, $SECONDS s"
