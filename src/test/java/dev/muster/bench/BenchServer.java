package dev.muster.bench;

/** How a MariaDB is started to be measured: enough memory and log, every commit on disk. */
final class BenchServer {

    static final String[] ARGUMENTS = {
        "--innodb-buffer-pool-size=2G",
        "--innodb-log-file-size=1G",
        "--innodb-flush-log-at-trx-commit=1",
        "--skip-log-bin",
        "--character-set-server=utf8mb4",
        "--local-infile=1",
        "--max-allowed-packet=64M"
    };

    private BenchServer() {}
}
