#!/usr/bin/env bash
# smoke.sh LAUNCHER VERSION FOLDER -- tries an installed program: it says its version and drives its own window
# through the main job, without a display; FOLDER gets the pictures. The AOT cache has to be in use, or the
# Java runtime refuses to start.
set -euo pipefail
launcher=$1
version=$2
folder=$3
export _JAVA_OPTIONS="-XX:AOTMode=on"

said=$("$launcher" --version 2>/dev/null)
echo "$said"
case $said in
  *"Workspace Admin $version"*) ;;
  *)
    echo "not version $version" >&2
    exit 1
    ;;
esac

mkdir -p "$folder/pictures"
_JAVA_OPTIONS="$_JAVA_OPTIONS -Dglass.platform=Headless -Dprism.order=sw" \
  "$launcher" --tour "$folder/pictures" --home "$folder/home"
test -s "$folder/pictures/tour.json"
echo "the tour held"
