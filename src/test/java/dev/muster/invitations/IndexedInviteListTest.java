package dev.muster.invitations;

import org.springframework.test.context.TestPropertySource;

/** The Invite List is the same by the index, which learns of each change in time. */
@TestPropertySource(properties = "muster.index.from=0")
class IndexedInviteListTest extends InviteListTest {}
