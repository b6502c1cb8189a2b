#!/usr/bin/env python3
"""Names of countries in the languages that offices publish in, from the npm package cldr-localenames-full (Unicode-3.0).

    npm pack cldr-localenames-full@45 && tar xzf cldr-localenames-full-*.tgz && python3 eng/countries/names.py package

Writes src/Assay.Ground/Countries/Data/names-cldr.csv. A name that means two countries in two languages, or one that the table of countries has
already (in English or French) for another country, is left out.
"""
import csv, json, pathlib, sys

LANGUAGES = "ar az be bg bs cs da de el es et fi he hi hr hu hy id is it ja ka kk ko ky lt lv mk mn ms nb nl pl pt ro ru sk sl sq sr sr-Latn sv tg th tk tr uk uz uz-Cyrl vi zh zh-Hant".split()
VARIANTS = ("", "-alt-short", "-alt-variant")
data = pathlib.Path(__file__).resolve().parents[2] / "src/Assay.Ground/Countries/Data"


def rows(name):
    lines = [l for l in (data / name).read_text(encoding="utf-8").splitlines() if l and l[0] != "#"]
    return list(csv.reader(lines))[1:]


known, codes = {}, set()
for row in rows("countries.csv"):
    if row[4] in ("country", "part"):
        codes.add(row[0])
    for name in [row[5], *row[6].split(";")]:
        known[name.strip().casefold()] = row[0]
for file in ("names-en.csv", "names-fr.csv", "names-more.csv"):
    for code, name in rows(file) if (data / file).exists() else []:
        known.setdefault(name.casefold(), code)

found, clash = {}, set()
for language in LANGUAGES:
    main = json.loads(pathlib.Path(sys.argv[1], "main", language, "territories.json").read_text(encoding="utf-8"))["main"][language]
    for key, name in main["localeDisplayNames"]["territories"].items():
        code = key[:2]
        if code not in codes or key[2:] not in VARIANTS or len(name) < 2 or name == code:
            continue
        folded = name.casefold()
        if known.get(folded, code) != code or found.get(folded, (code, name))[0] != code:
            clash.add(folded)
        elif folded not in known:
            found.setdefault(folded, (code, name))
for folded in clash:
    found.pop(folded, None)
with open(data / "names-cldr.csv", "w", encoding="utf-8", newline="\n") as out:
    out.write("# Names of countries and territories in " + " ".join(LANGUAGES) + ", from the Unicode CLDR (eng/countries/names.py).\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["code", "name"])
    writer.writerows(sorted(found.values()))
print(len(found), "names;", len(clash), "left out:", ", ".join(sorted(clash)))
