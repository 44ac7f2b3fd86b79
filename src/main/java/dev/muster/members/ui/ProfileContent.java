package dev.muster.members.ui;

import dev.muster.members.FieldDefinition;
import dev.muster.members.GroupSummary;
import dev.muster.members.HistoryEntry;
import dev.muster.members.MemberProfile;
import java.util.List;

/**
 * All that a profile page shows.
 *
 * @param groups every group of the hub
 * @param history newest first, at most {@link ProfileSource#HISTORY_LIMIT} entries
 */
record ProfileContent(
        MemberProfile profile, List<FieldDefinition> fields, List<GroupSummary> groups, List<HistoryEntry> history) {}
