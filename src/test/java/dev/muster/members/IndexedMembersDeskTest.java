package dev.muster.members;

import org.springframework.test.context.TestPropertySource;

/** Changes to many members are the same by the index, which learns of them in time. */
@TestPropertySource(properties = "muster.index.from=0")
class IndexedMembersDeskTest extends MembersDeskTest {}
