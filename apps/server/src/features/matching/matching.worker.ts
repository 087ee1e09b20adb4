import { parentPort, workerData } from 'node:worker_threads'
import { solveTask } from './solve-task.ts'

parentPort?.postMessage(solveTask(workerData))
