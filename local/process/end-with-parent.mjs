/** Loaded before a service. Ends it when the process that started it is gone, which holds the other end of standard input. */
import process from 'node:process';

process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).resume();
// Standard input must not keep the service alive.
process.stdin.unref?.();
