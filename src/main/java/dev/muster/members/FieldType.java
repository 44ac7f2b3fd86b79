package dev.muster.members;

/** What a custom profile field holds. */
public enum FieldType {
    /** Any one value. */
    TEXT,
    /** One of the field's choices. */
    SINGLE_SELECT,
    /** Any number of the field's choices; a cell separates them with a comma and a space. */
    MULTI_SELECT
}
