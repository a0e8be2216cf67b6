#!/bin/sh
# jpackage runs this when the files of an installer are in place. It dates its copies anew, and the AOT
# cache holds for jars of one date only; signatures do not cover dates.
set -eu
moment=$(date -u -r "$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S)
find "${JpAppImageDir:?}" -type f -exec env TZ=UTC touch -t "$moment" {} +
