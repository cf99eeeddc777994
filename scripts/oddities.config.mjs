/** The browser tests' own configuration, for the one file that takes minutes. */
import config from '../web-test-runner.config.mjs';

export default { ...config, rootDir: process.cwd(), files: ['test/oddities/every.ts'], testsFinishTimeout: 3_600_000 };
