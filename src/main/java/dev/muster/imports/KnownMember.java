package dev.muster.imports;

/** A member as the database has it. */
record KnownMember(long id, long version, MemberState state) {}
