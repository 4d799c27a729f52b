// node check.mjs FOLDER...: opens each page in headless Chromium, wide and narrow, light, dark and printed. Fails on any
// finding of axe, on sideways scrolling, on what paper cuts off, on any request besides the file, on scripts, on pages over 150 KiB, and on findings of html-validate.
// SHOTS=FOLDER keeps pictures.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import puppeteer from 'puppeteer-core';

const MOST_BYTES = 150 * 1024;
const VIEWS = [
  { name: 'wide-light', width: 1280, scheme: 'light', media: 'screen' },
  { name: 'wide-dark', width: 1280, scheme: 'dark', media: 'screen' },
  { name: 'narrow-light', width: 320, scheme: 'light', media: 'screen' },
  { name: 'narrow-dark', width: 320, scheme: 'dark', media: 'screen' },
  { name: 'print', width: 794, scheme: 'light', media: 'print' },
];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const files = process.argv.slice(2).flatMap(pages);
const problems = [];

function pages(place) {
  if (fs.statSync(place).isFile()) return [place];
  return fs.readdirSync(place).flatMap((name) => {
    const inner = path.join(place, name);
    if (fs.statSync(inner).isDirectory()) return pages(inner);
    return name.endsWith('.html') ? [inner] : [];
  });
}

async function look(browser, file) {
  const page = await browser.newPage();
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  // The page's own policy would keep axe out as well.
  await page.setBypassCSP(true);
  await page.setViewport({ width: VIEWS[0].width, height: 800 });
  await page.goto(pathToFileURL(path.resolve(file)).href, { waitUntil: 'load' });
  const scripts = await page.evaluate(() => document.scripts.length);
  if (scripts) problems.push(`${file}: ${scripts} scripts`);
  await page.evaluate(axe);
  for (const view of VIEWS) await inView(page, file, view);
  if (requests.length > 1) problems.push(`${file}: asks for ${requests[1]}`);
  await page.close();
}

async function inView(page, file, view) {
  const fail = (message) => problems.push(`${file} (${view.name}): ${message}`);
  await page.setViewport({ width: view.width, height: 800 });
  // Each call undoes the other: the medium comes last, and paper knows no scheme.
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: view.scheme }]);
  if (view.media === 'print') await page.emulateMediaType('print');
  if (!(await page.evaluate((media) => matchMedia(media).matches, view.media))) fail(`is not shown in ${view.media}`);
  if (view.media === 'print') {
    // What does not fit the paper is cut off. Within their margins upright sheets hold 174 mm, and 267 mm lying.
    const isLying = await page.evaluate(() => document.body.classList.contains('pr-wide'));
    await page.setViewport({ width: isLying ? 1009 : 658, height: 1000 });
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) fail(view.media === 'print' ? `is cut by ${over} pixels on paper` : `scrolls sideways by ${over} pixels`);
  if (view.media !== 'print') {
    // What a scheme changes are colours: the rest was looked at in the light.
    const runOnly = view.scheme === 'dark' ? { type: 'rule', values: COLOURS } : { type: 'tag', values: TAGS };
    const result = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }), runOnly);
    if (result.passes.length < (view.scheme === 'dark' ? 1 : 10)) fail('axe saw next to nothing');
    for (const violation of result.violations) fail(`axe ${violation.id}: ${violation.help} at ${violation.nodes[0].target}`);
  }
  if (process.env.SHOTS) {
    const name = path.join(process.env.SHOTS, `${path.basename(path.dirname(file))}-${path.basename(file, '.html')}-${view.name}.png`);
    await page.screenshot({ path: name, fullPage: true });
  }
}

// The library instead of its command line, which needs a newer Node.
const validator = new HtmlValidate(JSON.parse(fs.readFileSync(new URL('./htmlvalidate.json', import.meta.url), 'utf8')));

async function validate(file) {
  const report = await validator.validateString(fs.readFileSync(file, 'utf8'), file);
  for (const result of report.results) {
    for (const message of result.messages) {
      problems.push(`${file}:${message.line}:${message.column}: html-validate ${message.ruleId}: ${message.message}`);
    }
  }
}

if (!files.length) problems.push('no pages to check');
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const waiting = [...files];
// Half of the time a page waits for the browser.
const workers = Array.from({ length: 2 * os.availableParallelism() }, async () => {
  for (let file = waiting.shift(); file; file = waiting.shift()) {
    const size = fs.statSync(file).size;
    if (size > MOST_BYTES) problems.push(`${file}: ${size} bytes, more than ${MOST_BYTES}`);
    await validate(file);
    await look(browser, file);
  }
});
await Promise.all(workers);
await browser.close();
for (const problem of problems.sort()) console.log(problem);
console.log(`${files.length} pages in ${VIEWS.length} views: ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
