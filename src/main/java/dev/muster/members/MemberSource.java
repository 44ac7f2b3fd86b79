package dev.muster.members;

/** How a member came into the hub. */
public enum MemberSource {
    ADMIN_ADDED,
    CSV_IMPORT,
    OPEN_SIGNUP,
    GROUP_URL,
    SALESFORCE,
    ADVOCATE_ANYWHERE,
    API
}
