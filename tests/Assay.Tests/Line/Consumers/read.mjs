// Reads an export with the reader of its consumer, and prints what was wrong with it, a line each; the last line is how much was read.
// node read.mjs FORMAT FILE [SIDECAR]
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const [format, file, sidecar] = process.argv.slice(2);
const text = fs.readFileSync(file, 'utf8');
const wrong = [];

async function main() {
  const count = await { ftm, timelinejs, 'web-annotation': annotations }[format]();
  for (const line of wrong) console.log(line);
  console.log(`${count} read, ${wrong.length} wrong`);
}

function ftm() {
  const { Model, defaultModel } = require('@alephdata/followthemoney');
  const model = new Model(defaultModel ?? require('@alephdata/followthemoney/dist/defaultModel.json'));
  const entities = text.split('\n').filter(Boolean).map(line => JSON.parse(line));
  const ids = new Map();
  for (const raw of entities) {
    if (ids.has(raw.id)) wrong.push(`the id ${raw.id} is there twice`);
    ids.set(raw.id, raw);
  }

  for (const raw of entities) {
    const entity = model.getEntity(raw);
    const { schema } = entity;
    if (schema.abstract) wrong.push(`${raw.id}: ${raw.schema} is abstract`);
    for (const [name, values] of Object.entries(raw.properties)) {
      if (!schema.hasProperty(name)) {
        wrong.push(`${raw.id}: ${raw.schema} has no ${name}`);
        continue;
      }

      const property = schema.getProperty(name);
      if (property.stub) wrong.push(`${raw.id}: ${name} is a stub`);
      for (const value of values) check(raw, property, value, ids, model);
    }

    for (const name of schema.required ?? [])
      if (entity.getProperty(name).length === 0) wrong.push(`${raw.id}: ${raw.schema} needs ${name}`);
  }

  return entities.length;
}

function check(raw, property, value, ids, model) {
  const { name, type } = property;
  if (typeof value !== 'string' || value === '') wrong.push(`${raw.id}: ${name} is no text`);
  if (type.name === 'date' && !/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}Z?)?)?)?$/.test(value)) wrong.push(`${raw.id}: ${name} is no date: ${value}`);
  if (type.name !== 'entity') return;
  const range = property.getRange();
  const other = ids.get(value);
  if (!other) wrong.push(`${raw.id}: ${name} names ${value}, which is not there`);
  else if (!model.getSchema(other.schema).isA(range)) wrong.push(`${raw.id}: ${name} names a ${other.schema}, not a ${range.name}`);
}

async function timelinejs() {
  const { JSDOM, VirtualConsole } = require('jsdom');
  const dom = new JSDOM('<div id="t" style="width: 800px; height: 600px"></div>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    url: 'https://timeline.invalid/',
    virtualConsole: new VirtualConsole(),
  });
  const { window } = dom;
  window.matchMedia ??= () => ({ matches: false, addListener() {}, addEventListener() {} });
  window.eval(fs.readFileSync(require.resolve('@knight-lab/timelinejs/dist/js/timeline.js'), 'utf8'));
  const given = JSON.parse(text);
  window.given = text;
  // The configuration is read before anything is drawn; what cannot be drawn without a browser comes after it and is no matter here.
  const timeline = window.eval('new TL.Timeline("t", JSON.parse(given), { script_path: "https://timeline.invalid/" })');
  for (let i = 0; i < 100 && !timeline.config?.events; i++) await new Promise(done => setTimeout(done, 20));
  const { config } = timeline;
  if (!config?.events) wrong.push('there is no configuration');
  for (const error of config?.getErrors() ?? []) wrong.push(String(error.message ?? error));
  const read = new Map((config?.events ?? []).map(e => [e.unique_id, e]));
  for (const slide of given.events) {
    const event = read.get(slide.unique_id);
    for (const end of event ? ['start_date', 'end_date'] : []) compare(slide, event, end);
    if (!event) wrong.push(`${slide.unique_id} was not taken`);
    else if (words(window, slide.text.text) !== words(window, event.text.text)) wrong.push(`${slide.unique_id}: other words`);
  }

  setTimeout(() => process.exit(0), 50);
  return read.size;
}

function compare(slide, event, end) {
  const { year, month = 1, day = 1, hour = 0, minute = 0 } = slide[end];
  const at = new Date(0);
  at.setFullYear(year, month - 1, day);
  at.setHours(hour, minute, 0, 0);
  if (event[end].getTime() !== at.getTime()) wrong.push(`${slide.unique_id}: ${end} is read as ${event[end].data.date_obj}`);
}

function words(window, html) {
  const holder = window.document.createElement('div');
  holder.innerHTML = html;
  return holder.textContent;
}

class Whole {
  constructor(data) {
    this.currentChunk = { data };
  }

  nextChunk() {
    return null;
  }

  previousChunk() {
    return null;
  }

  precedesCurrentChunk() {
    return false;
  }
}

async function annotations() {
  const { textQuoteSelectorMatcher, textPositionSelectorMatcher } = await import(pathToFileURL(require.resolve('@apache-annotator/selector')));
  const texts = JSON.parse(fs.readFileSync(sidecar, 'utf8')).items;
  let count = 0;
  for (const item of JSON.parse(text).items)
    for (const { source, selector } of item.target) {
      const whole = texts[source].text;
      const [quote, place] = ['TextQuoteSelector', 'TextPositionSelector'].map(type => selector.find(s => s.type === type));
      const found = { quote: [], place: [] };
      for await (const m of textQuoteSelectorMatcher(quote)(new Whole(whole))) found.quote.push(`${m.startIndex}-${m.endIndex}`);
      for await (const m of textPositionSelectorMatcher(place)(new Whole(whole))) {
        found.place.push(`${m.startIndex}-${m.endIndex}`);
        if (whole.slice(m.startIndex, m.endIndex) !== quote.exact) wrong.push(`${item.id}: other words at its position`);
      }

      if (found.quote.length !== 1 || found.place.length !== 1 || found.quote[0] !== found.place[0])
        wrong.push(`${item.id}: the quote is at [${found.quote}], the position at [${found.place}]`);
      count++;
    }

  return count;
}

await main();
