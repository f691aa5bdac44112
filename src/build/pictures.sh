#!/bin/bash
# Makes the pictures of the pages, from a real ImageJ with windows: needs Xvfb and openbox.
#   src/build/pictures.sh
# Run from the project's root.
set -eu
home=$(mktemp -d)
openbox=; xvfb=
trap 'kill $openbox $xvfb 2>/dev/null || true; rm -rf "$home"' EXIT
Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$home/display" >/dev/null 2>&1 & xvfb=$!
until [ -s "$home/display" ]; do sleep 0.1; done
export DISPLAY=:$(cat "$home/display")
openbox >/dev/null 2>&1 & openbox=$!
mvn -q -ntp test-compile exec:java -Dexec.classpathScope=test \
	-Dexec.mainClass=sc.fiji.kmeans.PagePictures -Dexec.args=src/site/resources/images "$@"
ls -l src/site/resources/images
