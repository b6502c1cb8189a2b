#!/usr/bin/env bash
# Makes the pictures of the README from the shipped sample: the top of the dossier, and one verdict. Needs Chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
sample=${1:-$(find samples -mindepth 1 -maxdepth 1 | sort | head -n 1)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./assay audit "$sample" --out "$work" >/dev/null
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1200,1400 \
  --screenshot="$PWD/docs/images/dossier.png" "file://$work/index.html" >/dev/null 2>&1
echo "docs/images/dossier.png"
