#!/usr/bin/env bash
# Makes the pictures of docs/guide.md: the reading view of the shipped sample, what a decision changed, and a finding of a simulated world. Needs
# Chromium and curl.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
read -ra assay <<<"${ASSAY:-./assay}"
"${assay[@]}" case new "$work/flight.assay" --title "The flight that turned" --as Ada >/dev/null
"${assay[@]}" case add "$work/flight.assay" samples/mh370 --as Ada >/dev/null
"${assay[@]}" case read "$work/flight.assay" --as Ada >/dev/null
"${assay[@]}" serve "$work/flight.assay" --no-browser --as Ada >"$work/said" & server=$!
until grep -q http "$work/said"; do sleep 0.2; done
address=$(grep -m 1 -o 'http://[^ ]*' "$work/said")
root=${address%%/\?*}
curl -s -c "$work/cookies" -o /dev/null "$address"
page() { curl -s -b "$work/cookies" "$root$1"; }
draw() { # the page as it is, with the style sheets beside it
  sed "s|/assets/|$PWD/src/Assay/Assets/|g" >"$work/page.html"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files --window-size="$2" \
    --screenshot="$PWD/docs/images/$1.png" "file://$work/page.html" >/dev/null 2>&1
}
source=$(page /c/flight/sources | grep -o 'sources/s-[0-9a-f]*' | head -n 1)
zone=$("${assay[@]}" case drafts "$work/flight.assay" --kind zones | grep 'clock of Vietnamese' | cut -d ' ' -f 1)
view="/c/flight/$source?show=needed&item=$zone"
page "$view" | draw workbench-reading 1300,900
key=$(page "$view" | grep -o 'name="formkey" value="[0-9a-f]*' | head -n 1 | cut -d '"' -f 4)
version=$("${assay[@]}" case drafts "$work/flight.assay" --kind zones --format json | grep -A 5 "\"id\": \"$zone\"" | grep -m 1 -o '"version": [0-9]*' | grep -o '[0-9]*')
curl -s -L -b "$work/cookies" --data-urlencode "formkey=$key" -d "item=$zone&version=$version&does=zone&show=needed&source=${source#*/}" \
  --data-urlencode "zone=Asia/Kuala_Lumpur" "$root/c/flight/decide" | draw workbench-change 1300,700
kill "$server"

mkdir "$work/assets"
"${assay[@]}" trade simulate --out "$work/world" --destinations 40 --products 160 --months 36 --diversions 24 --seed 5 >/dev/null
"${assay[@]}" trade import "$work"/world/*.dat "$work"/world/*.csv --lake "$work/lake" >/dev/null
echo "Suriname may help Russia evade sanctions, an analyst in Brussels said on 3 May 2023." >"$work/parts.txt"
"${assay[@]}" case new "$work/parts.assay" --title "How parts travel" --as Ada >/dev/null
"${assay[@]}" case add "$work/parts.assay" "$work/parts.txt" --as Ada >/dev/null
"${assay[@]}" case read "$work/parts.assay" --as Ada >/dev/null
"${assay[@]}" serve "$work/parts.assay" --lake "$work/lake" --no-browser --as Ada >"$work/said" & server=$!
until grep -q http "$work/said"; do sleep 0.2; done
address=$(grep -m 1 -o 'http://[^ ]*' "$work/said")
root=${address%%/\?*}
curl -s -c "$work/cookies" -o /dev/null "$address"
key=$(page /c/parts/trade | grep -o 'name="formkey" value="[0-9a-f]*' | head -n 1 | cut -d '"' -f 4)
curl -s -b "$work/cookies" -o /dev/null -d "formkey=$key&target=Russia&list=chpl&origin=EU27&level=HS6&side=exports&currency=EUR" "$root/c/parts/trade/scan"
until scan=$(page /c/parts/trade | grep -m 1 -o '/c/parts/trade/scans/[0-9a-f]*'); do sleep 0.5; done
for file in dossier.css workbench.css trade.css vega.js vega-interpreter.js vega-lite.js charts.js; do page "/assets/$file" >"$work/assets/$file"; done
page "$scan/SR/854233" | sed "s|/assets/|$work/assets/|g" >"$work/page.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files --virtual-time-budget=20000 --window-size=1300,1350 \
  --screenshot="$PWD/docs/images/workbench-finding.png" "file://$work/page.html" >/dev/null 2>&1
echo "docs/images/workbench-reading.png docs/images/workbench-change.png docs/images/workbench-finding.png"
