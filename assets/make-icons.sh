#!/usr/bin/env bash
# Makes every icon file from assets/icon.svg: PNGs, one .ico (Windows) and one .icns (macOS).
# Needs rsvg-convert, ImageMagick and png2icns: apt-get install librsvg2-bin imagemagick icnsutils.
# The files are kept in the repository, because these tools are not on every system that builds.
set -euo pipefail
cd "$(dirname "$0")"

name=icon/workspace-admin
mkdir -p icon
for size in 16 24 32 48 64 128 256 512 1024; do
  rsvg-convert --width "$size" --height "$size" icon.svg --output "$name-$size.png"
done
convert "$name"-{16,24,32,48,64,128,256}.png "$name.ico"
png2icns "$name.icns" "$name"-{16,32,48,128,256,512,1024}.png >/dev/null
# The program's window shows these.
for size in 16 32 48 128 256; do
  cp "$name-$size.png" "../src/main/resources/org/workspaceadmin/ui/icon-$size.png"
done
# A test compares this with the drawing, so that nobody forgets to run the script.
sha256sum icon.svg | cut -d' ' -f1 > icon/made-from.sha256
