package dev.muster.members;

/** A member has another address now: published in the transaction that changes it, once the member is saved. */
public record MemberAddressChanged(MemberId member) {}
