package dev.muster.imports;

import org.springframework.test.context.TestPropertySource;

/** The same where the node's index of members says whom a search means. */
@TestPropertySource(properties = "muster.index.from=0")
class IndexedResultPagesTest extends ResultPagesTest {}
