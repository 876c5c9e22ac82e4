/** Loaded before a service: asks it to end when the process that started it is gone. That one holds the other end of standard input. */
import process from 'node:process';

process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).resume();
// Standard input alone keeps nothing alive.
process.stdin.unref?.();
