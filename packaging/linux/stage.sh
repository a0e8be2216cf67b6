#!/usr/bin/env bash
# stage.sh ROOT SOURCE -- puts what belongs beside the application image into a package's root: commands,
# menu entries, icons, man page, licence. Used for deb and rpm alike.
set -euo pipefail
root=$1
here=$(cd "$(dirname "$0")" && pwd)
assets=$2

install -d "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/man/man1"
for command in workspace-admin workspace-admin-safe-graphics; do
  ln -sfn "../lib/workspace-admin/bin/$command" "$root/usr/bin/$command"
  install -m 644 "$here/desktop/$command.desktop" "$root/usr/share/applications/"
done
gzip -9nc "$here/desktop/workspace-admin.1" >"$root/usr/share/man/man1/workspace-admin.1.gz"
ln -sfn workspace-admin.1.gz "$root/usr/share/man/man1/workspace-admin-safe-graphics.1.gz"

icons=$root/usr/share/icons/hicolor
install -D -m 644 "$assets/icon.svg" "$icons/scalable/apps/workspace-admin.svg"
for size in 16 24 32 48 64 128 256 512; do
  if [ -f "$assets/icon/workspace-admin-$size.png" ]; then
    install -D -m 644 "$assets/icon/workspace-admin-$size.png" "$icons/${size}x$size/apps/workspace-admin.png"
  fi
done

# The AOT cache holds for files of this date only.
find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
