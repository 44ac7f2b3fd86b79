package dev.muster.members;

/** What a member is meant to become. Inviting or upgrading a nominee, or joining by any link, makes an advocate. */
public enum MemberKind {
    ADVOCATE,
    NOMINEE
}
