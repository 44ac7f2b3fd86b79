package dev.muster.imports;

import dev.muster.members.FieldDefinition;
import dev.muster.members.FieldId;
import dev.muster.members.GroupId;
import java.util.Map;
import java.util.Set;

/**
 * What all members have in common when an import is taken back.
 *
 * @param groups those that were chosen for the import; others are joined by every new member, however it comes
 * @param fields the custom profile fields that there are
 */
record UndoRules(Set<GroupId> groups, Map<FieldId, FieldDefinition> fields) {}
