/**
 * Runs first on a fresh clone, under whatever Node the machine has: installs the packages of package-lock.json, Node 24 among them, and then
 * runs a script of the project under that Node. Uses no dependencies, no TypeScript and no syntax newer than Node 20.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 20;
const scripts = {
  start: 'local/main.ts',
  dev: 'local/dev.ts',
  test: 'tests/run.ts',
  bench: 'bench/run.ts',
  'bench:grpc': 'bench/grpc/run.ts',
};

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const binaries = join(root, 'node_modules', '.bin');
const node = join(binaries, 'node');
const installedFile = join(root, 'node_modules', '.package-lock.json');

main(process.argv[2], process.argv.slice(3)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  },
);

async function main(name, args) {
  const script = scripts[name];
  if (script === undefined) throw new Error(`Name a script to run: ${Object.keys(scripts).join(', ')}.`);
  if (process.platform === 'win32') throw new Error('This runs on Linux and macOS: on Windows, clone and start it inside WSL.');
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    throw new Error(`Node ${process.versions.node} is too old: install Node ${oldestNode} or newer and start again.`);
  }
  if (!isInstalled()) await install();
  return run(node, [join(root, script), ...args]);
}

/** Compares npm's record of what it installed with the lock file, and checks that the installed Node runs on this machine. */
function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(installedFile);
  // npm leaves out optional packages that do not fit the machine.
  const fits = ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version;
  return Object.entries(wanted).every(fits) && runs(node);
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function runs(binary) {
  return spawnSync(binary, ['--version']).status === 0;
}

async function install() {
  const finish = showProgress('Installing packages (npm ci)');
  const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1']);
  finish();
  if (code !== 0) throw new Error(whyNpmFailed(output));
  await installNode();
}

/** Installs Node 24 where npm ran no install scripts, as some versions and settings do. */
async function installNode() {
  if (runs(node)) return;
  const folder = join(root, 'node_modules', 'node');
  const finish = showProgress('Installing Node 24');
  const { output } = await collect(process.execPath, ['installArchSpecificPackage.js'], folder);
  finish();
  if (!runs(node)) {
    throw new Error(`Node 24 could not be installed: run "npm rebuild node" and start again. The error was: ${lastLine(output)}`);
  }
}

/** Runs the npm that started this process, or the one on the PATH. */
function npm(args) {
  const { npm_execpath: own } = process.env;
  return own?.endsWith('.js') ? collect(process.execPath, [own, ...args], root) : collect('npm', args, root);
}

function whyNpmFailed(output) {
  if (/ENOENT.*npm/.test(output)) return 'npm is missing: install it beside Node and start again.';
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network/i.test(output)) {
    return 'The packages could not be downloaded: check the network, or the registry that npm is set to, and start again.';
  }
  if (/EUSAGE/.test(output)) return 'package-lock.json does not fit package.json: run "npm install" and start again.';
  if (/ENOSPC/.test(output)) return 'The disk is full: make 2 GB of room and start again.';
  return `npm ci failed:\n${output.trim()}`;
}

const lastLine = (text) => text.trim().split('\n').pop();

function collect(command, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => {
        output += part;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Shows what is running, and for how long. Without a terminal: one line at the start and one at the end. */
function showProgress(title) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const { isTTY } = process.stderr;
  if (!isTTY) process.stderr.write(`${title} …\n`);
  const timer = isTTY && setInterval(() => process.stderr.write(`\r${title} … ${seconds()} s `), 500);
  return () => {
    clearInterval(timer);
    process.stderr.write(`${isTTY ? '\r' : ''}${title}: ${seconds()} s  \n`);
  };
}

/** Runs a command in the foreground until it ends, and passes signals on to it. */
function run(command, args) {
  const child = spawn(command, args, {
    cwd: root,
    // The child sees the channel close when this process ends, in whatever way.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: [binaries, process.env.PATH].join(delimiter) },
  });
  // A terminal sends Ctrl-C to both processes, and a second one does no harm. A signal to this process alone must reach the child.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm sends a signal to the shell between itself and this process, which may end without passing it on.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  child.on('close', () => clearInterval(watch));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal === null ? code : 1));
  });
}
