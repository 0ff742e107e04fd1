#!/usr/bin/env bash
# Fetches the display's third-party files anew, at the pinned versions, from the npm registry.
# The files are kept in the project: building and using Vedette needs neither npm nor a network. Needs: npm, tar.
set -euo pipefail
cd "$(dirname "$0")"

MAPLIBRE=6.17.0   # BSD-3-Clause: the map
MILSYMBOL=3.0.4   # MIT: APP-6 / MIL-STD-2525 symbols
TOPOJSON=3.1.0    # ISC: reads the base map
WORLD=2.0.2       # ISC, data of Natural Earth (public domain): land and borders
NOTO=5.3.0        # OFL-1.1: letters
NOTO_MONO=5.3.0   # OFL-1.1: digits that stand below each other

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# unpack NAME VERSION FOLDER: one package into the work folder
unpack() {
  (cd "$work" && npm pack --silent "$1@$2" >/dev/null)
  mkdir -p "$work/$3"
  tar -xzf "$work"/"$(echo "$1" | tr -d @ | tr / -)-$2.tgz" -C "$work/$3" --strip-components 1
  rm -rf "./$3"
  mkdir -p "./$3"
}

# A source map's address would make browsers ask for a file that is not here.
without_map() { sed -e '/^\/\/# sourceMappingURL=/d' -e 's|/\*# sourceMappingURL=[^*]*\*/||' "$1"; }

unpack maplibre-gl "$MAPLIBRE" maplibre-gl
for file in maplibre-gl.mjs maplibre-gl-worker.mjs maplibre-gl.css; do
  without_map "$work/maplibre-gl/dist/$file" >"maplibre-gl/$file"
done
cp "$work/maplibre-gl/LICENSE.txt" maplibre-gl/LICENSE.txt

unpack milsymbol "$MILSYMBOL" milsymbol
without_map "$work/milsymbol/dist/milsymbol.js" >milsymbol/milsymbol.js
cp "$work/milsymbol/LICENSE" milsymbol/LICENSE.txt

unpack topojson-client "$TOPOJSON" topojson-client
without_map "$work/topojson-client/dist/topojson-client.min.js" >topojson-client/topojson-client.js
cp "$work/topojson-client/LICENSE" topojson-client/LICENSE.txt

unpack world-atlas "$WORLD" world-atlas
cp "$work"/world-atlas/countries-{110m,10m}.json world-atlas/
cp "$work/world-atlas/LICENSE" world-atlas/LICENSE.txt

unpack @fontsource/noto-sans "$NOTO" noto-sans
cp "$work"/noto-sans/files/noto-sans-{latin,latin-ext,cyrillic,greek}-{400,600}-normal.woff2 noto-sans/
cp "$work/noto-sans/LICENSE" noto-sans/LICENSE.txt

unpack @fontsource/noto-sans-mono "$NOTO_MONO" noto-sans-mono
cp "$work"/noto-sans-mono/files/noto-sans-mono-latin-{400,600}-normal.woff2 noto-sans-mono/
cp "$work/noto-sans-mono/LICENSE" noto-sans-mono/LICENSE.txt

du -sh .
