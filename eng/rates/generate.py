#!/usr/bin/env python3
"""Makes src/Assay.Trade/Money/Data/exchange-rates.csv from the monthly table of datasets/exchange-rates (US Federal Reserve, ODC-PDDL).

The source gives units of a currency per US dollar for every country, the euro, the pound and both southern dollars included.
Ours gives US dollars per unit. Currencies that the euro replaced and one that was redenominated are left out, as are months before 1999.

Usage: generate.py exchange-rates-monthly.csv > exchange-rates.csv
"""

import csv
import sys

CURRENCIES = {
    "Euro": "EUR", "United Kingdom": "GBP", "Switzerland": "CHF", "Denmark": "DKK", "Norway": "NOK", "Sweden": "SEK", "Canada": "CAD",
    "Australia": "AUD", "New Zealand": "NZD", "Japan": "JPY", "China": "CNY", "Hong Kong": "HKD", "Taiwan": "TWD", "South Korea": "KRW",
    "Singapore": "SGD", "Malaysia": "MYR", "Thailand": "THB", "India": "INR", "Sri Lanka": "LKR", "Brazil": "BRL", "Mexico": "MXN",
    "South Africa": "ZAR",
}
FIRST = "1999-01"
MOST = 0.35  # no currency of these moves so much in a month: a rate that does is a rate the other way round


def main(path):
    rates = {}
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            code, month = CURRENCIES.get(row["Country"]), row["Date"][:7]
            if code and month >= FIRST and row["Exchange rate"]:
                rates.setdefault(month, {})[code] = 1 / float(row["Exchange rate"])
    codes, before = sorted(CURRENCIES.values()), {}
    print("# US dollars per unit of currency, means of a month. Made by eng/rates/generate.py.")
    print("# Source: Board of Governors of the Federal Reserve System (US), releases G.5 and H.10, by datasets/exchange-rates (ODC-PDDL-1.0).")
    print("month," + ",".join(codes))
    for month in sorted(rates):
        for code, rate in rates[month].items():
            if abs(rate / before.get(code, rate) - 1) > MOST:
                sys.exit(f"{code} jumps in {month}: {before[code]} to {rate}")
            before[code] = rate
        print(month + "," + ",".join(f"{rates[month][c]:.6g}" if c in rates[month] else "" for c in codes))


main(sys.argv[1])
