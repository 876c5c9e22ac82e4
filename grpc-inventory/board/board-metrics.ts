import { Gauge } from 'prom-client';
import { callRegistry } from '../../grpc-shared/calls/call-metrics.ts';
import type { StockBoard } from './stock-board.ts';

/** Puts what the board carries beside the calls' metrics of this process; added up over the processes of a task. */
export function measureBoard(board: StockBoard): void {
  callRegistry.registerMetric(
    new Gauge({
      name: 'stock_subscribers',
      help: 'open streams that follow live stock',
      registers: [],
      collect() {
        this.set(board.subscriberCount);
      },
    }),
  );
}
