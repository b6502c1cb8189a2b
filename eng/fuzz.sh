#!/usr/bin/env bash
# A long run of the fuzzer: builds it, lets SharpFuzz put marks into the assemblies that read files, so that a file which takes a new way is
# kept and broken further, and runs it. Usage: eng/fuzz.sh [--seconds N] [--seed N] [--out DIR] [--only END] [FILE...]
# The marks go into a copy of the build, never into what is shipped. The exit code is 1 where something broke.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export RestoreLockedMode=true
dotnet build "$root/eng/Assay.Fuzzer" -c Release -v q --nologo >&2
(cd "$root" && dotnet tool restore >&2)

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
built=("$root"/eng/Assay.Fuzzer/bin/Release/net10.0/*/Assay.Fuzzer.dll)
cp -R "$(dirname "${built[0]}")/." "$folder"
for library in Assay.Reading Assay.Cases MimeKit AngleSharp SmartReader Markdig UglyToad.PdfPig UglyToad.PdfPig.Core UglyToad.PdfPig.Fonts \
  UglyToad.PdfPig.Tokenization UglyToad.PdfPig.Tokens UglyToad.PdfPig.DocumentLayoutAnalysis; do
  (cd "$root" && dotnet tool run sharpfuzz "$folder/$library.dll")
done
dotnet "$folder/Assay.Fuzzer.dll" "$@"
