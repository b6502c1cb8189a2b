#!/usr/bin/env bash
# Makes the pictures of the README: the top of the dossier of the shipped sample, and a finding card on a simulated world. Needs Chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
sample=${1:-$(find samples -mindepth 1 -maxdepth 1 | sort | head -n 1)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./assay audit "$sample" --out "$work" >/dev/null
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1200,1400 \
  --screenshot="$PWD/docs/images/dossier.png" "file://$work/index.html" >/dev/null 2>&1
./assay trade simulate --out "$work/world" --seed 7 >/dev/null
./assay trade import "$work"/world/*.dat "$work"/world/*.csv --lake "$work/lake" >/dev/null
IFS=, read -r _ to product _ < <(./assay trade scan --lake "$work/lake" --target RU --list chpl --top 1 --format csv | tail -n 1)
./assay trade explain "$to" "$product" --lake "$work/lake" --target RU --list chpl --html "$work/card.html" >/dev/null
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --virtual-time-budget=10000 --window-size=1200,1500 \
  --screenshot="$PWD/docs/images/finding.png" "file://$work/card.html" >/dev/null 2>&1
echo "docs/images/dossier.png docs/images/finding.png"
