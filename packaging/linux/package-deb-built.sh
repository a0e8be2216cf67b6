#!/usr/bin/env bash
# package-deb-built.sh FILE -- finishes the package that jpackage made: jpackage puts nothing beside the
# application image, and would have the menu entries made by a script at installation.
set -euo pipefail
deb=$1
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d "${TMPDIR:-/tmp}/workspace-admin-deb.XXXXXX")
trap 'rm -rf "$tree"' EXIT

dpkg-deb --raw-extract "$deb" "$tree"
"$here/stage.sh" "$tree" "$INSTALLER_ASSETS"

# Nothing is left for scripts to do.
rm -f "$tree"/DEBIAN/{preinst,postinst,prerm,postrm}

doc=$tree/usr/share/doc/workspace-admin
install -d "$doc" "$tree/usr/share/lintian/overrides"
install -m 644 "$here/desktop/lintian-overrides" "$tree/usr/share/lintian/overrides/workspace-admin"
install -m 644 "$here/desktop/copyright" "$doc/copyright"
{
  printf 'workspace-admin (%s) stable; urgency=medium\n\n' "$INSTALLER_VERSION"
  printf '  * See CHANGELOG.md of this version.\n\n'
  printf ' -- %s  %s\n' "$(sed -n 's/^Maintainer: //p' "$tree/DEBIAN/control")" \
    "$(LC_ALL=C date --utc --rfc-email --date="@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$doc/changelog.gz"

find "$tree" -type d -exec chmod 755 {} +
find "$tree/usr" -type f -exec chmod u=rwX,go=rX {} +
find "$tree/usr/lib" -name '*.so' -exec chmod 644 {} +
size=$(du --apparent-size --block-size=1024 --summarize "$tree/usr" | cut -f1)
sed -i "s/^Installed-Size:.*/Installed-Size: $size/" "$tree/DEBIAN/control"
(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
chmod 644 "$tree/DEBIAN/md5sums"
find "$tree" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$tree" "$deb" >/dev/null
