#!/usr/bin/env python3
"""Makes src/Assay.Trade/Codes/Data/hs-names.csv from the table of datasets/harmonized-system (ODC-PDDL-1.0).

Names are kept in full up to 160 characters and cut at a word beyond that.

Usage: generate.py harmonized-system.csv > hs-names.csv
"""

import csv
import sys

LONGEST = 160


def short(text):
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " ..."


def main(path):
    print("# Names of chapters, headings and subheadings of the Harmonized System. Made by eng/hs-names/generate.py.")
    print("# Source: datasets/harmonized-system (ODC-PDDL-1.0).")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["code", "name"])
    with open(path, encoding="utf-8") as file:
        rows = {row["hscode"]: short(row["description"]) for row in csv.DictReader(file) if row["hscode"].isdigit()}
    for code in sorted(rows):
        out.writerow([code, rows[code]])


main(sys.argv[1])
