package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.common.WhiteSpace;
import dev.muster.members.GroupDesk;
import dev.muster.members.GroupId;
import dev.muster.members.GroupSummary;
import dev.muster.members.MemberSegment;
import dev.muster.members.MemberSeries;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which advocates a client asks for, as the address says; null for what it does not say. */
record AdvocateSearch(
        @Parameter(
                description = "Only those of this status.",
                schema = @Schema(implementation = AdvocateStatus.class, defaultValue = "ALL"))
        @Nullable
        String status,

        @Parameter(description = "Only those in the group of this name, or pending in it.") @Nullable
        String group,

        @Parameter(description = "Words that must each be in the name, the address or the company.") @Nullable
        String q,

        @Parameter(description = "The one with this address, written in any way.") @Nullable
        String email) {

    /** Returns whom the search is for, but for the address; notes in {@code findings} what is wrong with it. */
    MemberSeries.Wanted wanted(GroupDesk groups, Catalogue texts, Findings findings) {
        return new MemberSeries.Wanted(segment(texts, findings), q == null ? "" : q, group(groups, texts, findings));
    }

    private MemberSegment segment(Catalogue texts, Findings findings) {
        if (status == null || status.isEmpty()) {
            return MemberSegment.ALL;
        }
        Optional<AdvocateStatus> found = Choices.named(AdvocateStatus.values(), status);
        if (found.isEmpty()) {
            findings.wrong("status", Choices.oneOf(texts, List.of(AdvocateStatus.values())), status);
        }
        return found.map(AdvocateStatus::segment).orElse(MemberSegment.ALL);
    }

    private @Nullable GroupId group(GroupDesk groups, Catalogue texts, Findings findings) {
        if (group == null || group.isEmpty()) {
            return null;
        }
        Optional<GroupId> found = groups.summaries().stream()
                .filter(one -> WhiteSpace.nameKey(one.name()).equals(WhiteSpace.nameKey(group)))
                .map(GroupSummary::id)
                .findFirst();
        if (found.isEmpty()) {
            findings.wrong("group", texts.text("api.expected.group"), group);
        }
        return found.orElse(null);
    }
}
